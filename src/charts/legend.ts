import { dot, text, type Markish } from '@observablehq/plot';
import { palette } from './palette';

const line = 16;

/**
 * What the colours of a figure mean, in lines above it, where a mark is as wide as its words.
 * @param left pixels from the frame's left edge to the figure's
 * @returns the marks, and the pixels that they need above the frame
 */
export function legend(
  items: readonly { readonly label: string; readonly fill: string }[],
  width: number,
  left: number,
): { marks: Markish[]; height: number } {
  let [x, row] = [0, 0];
  const placed = items.map((item) => {
    const wide = 28 + widthOf(item.label);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { ...item, x, row };
    x += wide;
    return at;
  });
  const height = (row + 1) * line + 6;
  const marks = placed.flatMap((item) => {
    const at = { frameAnchor: 'top-left', dy: item.row * line - height + 6 } as const;
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

/** Roughly, at the size of a figure's text. */
function widthOf(label: string): number {
  return [...label].reduce((sum, character) => sum + (character > '\u2e7f' ? 11 : 6.2), 0);
}
