/** What every figure of the product has, whoever draws it. */
export interface FigureOptions {
  /** Pixels. */
  readonly width: number;
  /** The figure in words, for those who don't see it. */
  readonly description: string;
}

/**
 * Fits a drawn figure into the page: it speaks as one by its description, and each mark that has a `title` shows it
 * under the pointer and at focus. One mark can be reached by Tab, the others from it by the arrow keys.
 *
 * @param onChoose called with the place of a mark's row among those given, at a click or Enter
 */
export function finish(
  figure: SVGSVGElement,
  { description }: FigureOptions,
  onChoose?: (index: number) => void,
): SVGSVGElement {
  // the library's style sheet within the figure would break the page's policy; the same rules stand in base.css
  figure.querySelector('style')?.remove();
  figure.classList.add('figure');
  figure.setAttribute('role', 'figure');
  figure.setAttribute('aria-label', description);
  // the figure speaks as one; labels on its groups would need roles of their own
  for (const group of figure.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  const marks = [...figure.querySelectorAll('title')].flatMap((title) => {
    const mark = title.parentElement as unknown as SVGElement | null;
    if (!mark) return [];
    mark.dataset['tip'] = title.textContent;
    mark.setAttribute('aria-label', title.textContent);
    title.remove();
    return [mark];
  });
  marks.forEach((mark, index) => {
    mark.setAttribute('role', onChoose ? 'button' : 'img');
    mark.setAttribute('tabindex', index === 0 ? '0' : '-1');
    if (onChoose) mark.addEventListener('click', () => onChoose(rowOf(mark)));
  });
  figure.addEventListener('keydown', (event) => {
    const at = marks.indexOf(event.target as SVGElement);
    if (at < 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose?.(rowOf(event.target as SVGElement));
      return;
    }
    const next = nextMark(event.key, at, marks.length);
    if (next === null) return;
    event.preventDefault();
    marks[at]?.setAttribute('tabindex', '-1');
    marks[next]?.setAttribute('tabindex', '0');
    marks[next]?.focus();
  });
  return figure;
}

/** The library leaves out rows that it can't draw, and binds each mark to the place of its own. */
function rowOf(mark: SVGElement): number {
  return (mark as SVGElement & { readonly __data__?: number }).__data__ ?? -1;
}

function nextMark(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
