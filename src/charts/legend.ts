import { dot, text, type Markish } from '@observablehq/plot';
import { palette } from './palette';
import { widthOf } from './text';

const line = 16;

/**
 * What the colours of a figure mean, in lines above it, where a mark is as wide as its words.
 * @param left pixels from the frame's left edge to the figure's
 * @param above pixels between it and the frame
 * @returns the marks, and the pixels that they need above the frame
 */
export function legend(
  items: readonly { readonly label: string; readonly fill: string }[],
  width: number,
  left: number,
  above = 6,
): { marks: Markish[]; height: number } {
  let [x, row] = [0, 0];
  const placed = items.map((item) => {
    const wide = 28 + widthOf(item.label);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { ...item, x, row };
    x += wide;
    return at;
  });
  const height = (row + 1) * line + above;
  const marks = placed.flatMap((item) => {
    const at = {
      frameAnchor: 'top-left',
      facetAnchor: 'top-left',
      dy: item.row * line - height + 6,
    } as const;
    return [
      dot([item.label], {
        ...at,
        dx: item.x - left + 6,
        symbol: 'square',
        r: 4.5,
        fill: item.fill,
        stroke: palette.quiet,
        strokeWidth: 0.75,
      }),
      text([item.label], {
        ...at,
        text: [item.label],
        dx: item.x - left + 16,
        textAnchor: 'start',
        lineAnchor: 'middle',
        fill: palette.ink,
      }),
    ];
  });
  return { marks, height };
}
