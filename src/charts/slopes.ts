import { dot, link, plot, ruleX, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';
import { spread } from './spread';
import { fitted, widthOf } from './text';

/** The ranks of a subject at two ends. */
export interface Slope {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly chosen: boolean;
  readonly words: string;
}

export interface SlopesOptions extends FigureOptions {
  readonly from: string;
  readonly to: string;
  readonly onChoose: (id: string) => void;
}

/** Ranks before and after, 1 at the top: blue for those who rose, orange for those who fell. */
export function slopes(lines: readonly Slope[], options: SlopesOptions): SVGSVGElement {
  const { width, description, from, to, onChoose } = options;
  const ranks = lines.flatMap(({ before, after }) => [before, after]);
  const [first, last] = ranks.length > 0 ? [Math.min(...ranks), Math.max(...ranks)] : [1, 2];
  const height = Math.max(160, 48 + lines.length * 15);
  const [top, bottom] = [28, 12];
  const place = (rank: number) =>
    top + ((rank - first) / Math.max(1, last - first)) * (height - top - bottom);
  const beside = (side: 'before' | 'after') => {
    const placed = spread(
      lines.map((one) => place(one[side])),
      13,
      [top, height - bottom],
    );
    return lines.map((one, index) => ({ ...one, y: placed[index] ?? 0 }));
  };
  const margin = Math.min(150, width * 0.36);
  const tone = ({ before, after }: Slope) =>
    after < before ? palette.up : after > before ? palette.down : palette.dot;
  const named = (name: string, rank: number) => fitted(name, margin - 14 - widthOf(` ${rank}`));
  const heading = { frameAnchor: 'top', dy: -22, fill: palette.quiet } as const;
  const figure = plot({
    width,
    height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: margin,
    marginRight: margin,
    x: { domain: [0, 1], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ruleX([0, 1], { stroke: palette.rule }),
      text([0], { ...heading, x: 0, text: () => from, textAnchor: 'end', dx: 20 }),
      text([1], { ...heading, x: 1, text: () => to, textAnchor: 'start', dx: -20 }),
      link(lines, {
        x1: 0,
        x2: 1,
        y1: (one: Slope) => place(one.before),
        y2: (one: Slope) => place(one.after),
        stroke: tone,
        strokeWidth: (one: Slope) => (one.chosen ? 3 : 1.5),
      }),
      dot(lines, { x: 0, y: (one: Slope) => place(one.before), fill: tone, r: 2.5 }),
      dot(lines, {
        x: 1,
        y: (one: Slope) => place(one.after),
        fill: tone,
        r: 4,
        title: 'words',
      }),
      text(beside('before'), {
        fill: palette.ink,
        x: 0,
        y: 'y',
        text: (one: Slope) => `${named(one.name, one.before)} ${one.before}`,
        textAnchor: 'end',
        dx: -8,
      }),
      text(beside('after'), {
        fill: palette.ink,
        x: 1,
        y: 'y',
        text: (one: Slope) => `${one.after} ${named(one.name, one.after)}`,
        textAnchor: 'start',
        dx: 8,
      }),
    ],
    color: { type: 'identity' },
  }) as SVGSVGElement;
  return finish(figure, { width, description }, (index) => {
    const one = lines[index];
    if (one) onChoose(one.id);
  });
}
