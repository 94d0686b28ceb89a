/** What is drawn around a figure that leaves the page. */
export interface FigureWords {
  readonly title: string;
  /** What is counted and over whom. */
  readonly basis: string;
  /** Filters, scheme and its version, date. */
  readonly notes: readonly string[];
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 16;

/** What the page's style sheets and tokens decide; outside the page it has to stand on each mark. */
const colours = ['fill', 'stroke'] as const;
const styles = [
  ...['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order'],
  ...['dominant-baseline', 'visibility', 'display'],
];

/**
 * A figure as a document of its own: colours and type as the page shows them by day, its title and basis above it, its
 * notes below. @param figure as it stands in the page
 */
export function svgOf(figure: SVGSVGElement, words: FigureWords): string {
  // it is put into documents and printed: the theme is the light one for as long as colours are read, before anything is painted
  const { dataset } = figure.ownerDocument.documentElement;
  const { theme } = dataset;
  dataset['theme'] = 'light';
  try {
    return drawn(figure, words);
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}

function drawn(figure: SVGSVGElement, words: FigureWords): string {
  const pencil = new Pencil(getComputedStyle(figure).fontFamily);
  const { width, height } = sizeOf(figure);
  const whole = width + 2 * margin;
  const title = pencil.lines(words.title, 16, 600, width);
  const basis = pencil.lines(words.basis, 12, 400, width);
  const notes = words.notes.flatMap((note) => pencil.lines(note, 11, 400, width));
  const top = margin + title.length * 24 + basis.length * 18 + 8;
  const total = top + height + 8 + notes.length * 17 + margin;

  const drawing = resolved(figure, pencil);
  setAll(drawing, { x: margin, y: top, width, height, overflow: 'visible' });
  const svg = document.createElementNS(namespace, 'svg');
  setAll(svg, { xmlns: namespace, width: whole, height: total, viewBox: `0 0 ${whole} ${total}` });
  const ground = document.createElementNS(namespace, 'rect');
  const token = (name: string) =>
    pencil.plain(getComputedStyle(figure).getPropertyValue(`--${name}`)).colour;
  setAll(ground, { width: whole, height: total, fill: token('paper') });
  const name = document.createElementNS(namespace, 'title');
  name.textContent = words.title;
  const description = document.createElementNS(namespace, 'desc');
  description.textContent = figure.getAttribute('aria-label');
  svg.append(
    name,
    description,
    ground,
    ...title.map((text, at) =>
      pencil.text(text, margin + 16 + at * 24, { size: 16, weight: 600, fill: token('ink') }),
    ),
    ...basis.map((text, at) => {
      const y = margin + title.length * 24 + 12 + at * 18;
      return pencil.text(text, y, { size: 12, weight: 400, fill: token('ink-2') });
    }),
    drawing,
    ...notes.map((text, at) => {
      const y = top + height + 8 + 11 + at * 17;
      return pencil.text(text, y, { size: 11, weight: 400, fill: token('ink-3') });
    }),
  );
  return new XMLSerializer().serializeToString(svg);
}

/** A canvas has no more pixels to a side. */
const mostPixels = 16_000;

/** A picture of a document made by `svgOf`, with two pixels for one. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, mostPixels / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('canvas'))), 'image/png');
  });
}

function sizeOf(figure: SVGSVGElement): { width: number; height: number } {
  const { width, height } = figure.viewBox.baseVal;
  if (width > 0) return { width, height };
  const box = figure.getBoundingClientRect();
  return { width: box.width, height: box.height };
}

/** A copy of a figure that needs no style sheet, and holds none of what the page alone uses. */
function resolved(figure: SVGSVGElement, pencil: Pencil): SVGSVGElement {
  const copy = figure.cloneNode(true) as SVGSVGElement;
  const originals = [figure, ...figure.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (!target) return;
    const computed = getComputedStyle(original);
    for (const property of colours) {
      const value = computed.getPropertyValue(property);
      if (value === 'none' || value.startsWith('url(')) {
        target.setAttribute(property, value.replaceAll('"', ''));
        continue;
      }
      const { colour, alpha } = pencil.plain(value);
      const opacity = Number(computed.getPropertyValue(`${property}-opacity`)) * alpha;
      setAll(target, { [property]: colour, [`${property}-opacity`]: opacity });
    }
    for (const property of styles) {
      const value = computed.getPropertyValue(property);
      if (value !== '') target.setAttribute(property, value.replaceAll('"', "'"));
    }
    for (const { name } of [...target.attributes])
      if (/^(?:style|class|role|tabindex|aria-.*|data-.*)$/.test(name))
        target.removeAttribute(name);
  });
  return copy;
}

function setAll(element: Element, values: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}

/** Measures text, writes it, and says colours in the way that every program reads. */
class Pencil {
  readonly #context: CanvasRenderingContext2D;
  readonly #family: string;
  readonly #known = new Map<string, { colour: string; alpha: number }>();

  constructor(family: string) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('canvas');
    this.#context = context;
    this.#family = family;
  }

  /** A colour of any form, a mixed one too, as #rrggbb and how much it covers. */
  plain(colour: string): { readonly colour: string; readonly alpha: number } {
    const known = this.#known.get(colour);
    if (known) return known;
    const context = this.#context;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('');
    const found = { colour: `#${hex}`, alpha: alpha / 255 };
    this.#known.set(colour, found);
    return found;
  }

  /** A text in lines that are no wider than this; Chinese breaks anywhere, other words stay whole. */
  lines(text: string, size: number, weight: number, width: number): string[] {
    this.#context.font = `${weight} ${size}px ${this.#family}`;
    const lines: string[] = [];
    let line = '';
    for (const word of text.match(/[\p{Script=Han}\p{P}]|\s+|[^\s\p{Script=Han}\p{P}]+/gu) ?? []) {
      if (line !== '' && this.#context.measureText(line + word).width > width) {
        lines.push(line);
        line = word.trimStart();
      } else line += word;
    }
    return line === '' ? lines : [...lines, line];
  }

  text(
    words: string,
    y: number,
    { size, weight, fill }: { size: number; weight: number; fill: string },
  ): SVGTextElement {
    const text = document.createElementNS(namespace, 'text');
    const family = this.#family.replaceAll('"', "'");
    setAll(text, { x: margin, y, fill, 'font-size': size, 'font-weight': weight });
    text.setAttribute('font-family', family);
    text.textContent = words;
    return text;
  }
}
