import { axisX, dodgeY, dot, plot, ruleX, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';

/** A subject in the distribution. */
export interface DistributionDot {
  readonly id: string;
  readonly name: string;
  readonly stars: number;
  readonly tone: 'top' | 'level' | 'none' | 'watch';
  readonly selected: boolean;
}

/** A line at a number of stars, labelled in place. */
export interface DistributionLine {
  readonly stars: number;
  readonly label: string;
  readonly tone: 'level' | 'watch';
}

export interface DistributionOptions extends FigureOptions {
  readonly onChoose: (id: string) => void;
}

const fills: Record<DistributionDot['tone'], string> = {
  top: palette.star,
  level: palette.starSoft,
  none: palette.dot,
  watch: palette.accent,
};

const radius = 3.5;

/** Every subject as a dot over its stars of the year, piled up, with the lines that levels took. */
export function distribution(
  dots: readonly DistributionDot[],
  lines: readonly DistributionLine[],
  { width, description, onChoose }: DistributionOptions,
): SVGSVGElement {
  const piles = new Map<number, number>();
  for (const { stars } of dots) piles.set(stars, (piles.get(stars) ?? 0) + 1);
  const tallest = Math.max(1, ...piles.values());
  const low = Math.min(0, ...piles.keys());
  const high = Math.max(20, ...piles.keys());
  const height = 48 + Math.max(5, tallest) * (2 * radius + 1);
  const figure = plot({
    width,
    height,
    marginTop: 22,
    marginBottom: 22,
    marginLeft: 14,
    marginRight: 14,
    x: { domain: [low - 0.5, high + 0.5], label: null },
    y: { axis: null },
    marks: [
      axisX({
        ticks: high - low > 12 ? 10 : high - low,
        tickSize: 0,
        color: palette.quiet,
        label: null,
      }),
      ruleX(lines, {
        x: (line: DistributionLine) => line.stars - 0.5,
        stroke: palette.rule,
      }),
      text(lines, {
        x: (line: DistributionLine) => line.stars - 0.5,
        text: 'label',
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 4,
        dy: -16,
        fill: (line: DistributionLine) => (line.tone === 'watch' ? palette.accent : palette.quiet),
      }),
      dot(
        dots,
        dodgeY({
          x: 'stars',
          r: radius,
          padding: 1,
          anchor: 'bottom',
          fill: (one: DistributionDot) => fills[one.tone],
          stroke: (one: DistributionDot) => (one.selected ? palette.ink : 'none'),
          strokeWidth: 2,
          title: (one: DistributionDot) => `${one.name} ${one.stars}`,
        }),
      ),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description }, (index) => {
    const one = dots[index];
    if (one) onChoose(one.id);
  });
}
