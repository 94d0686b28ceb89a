import { axisX, axisY, dot, plot, ruleX, ruleY } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';

/** A subject by its figure and how much that grew on the year before, as a share. */
export interface GrowthDot {
  readonly id: string;
  readonly value: number;
  readonly growth: number;
  readonly title: string;
}

export interface GrowthLevelOptions extends FigureOptions {
  /** The line that the figure is to reach; null where there is none. */
  readonly threshold: number | null;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly onChoose: (id: string) => void;
}

/** Growth against level: who is weak and falls behind stands at the lower left. Growth beyond 200 % stands at the edge. */
export function growthLevel(
  dots: readonly GrowthDot[],
  { width, description, threshold, number, percent, onChoose }: GrowthLevelOptions,
): SVGSVGElement {
  const most = 2;
  const figure = plot({
    width,
    height: Math.max(220, Math.min(340, width * 0.5)),
    marginTop: 12,
    marginBottom: 28,
    marginLeft: 52,
    marginRight: 16,
    x: { label: null, nice: true },
    y: { label: null, nice: true },
    marks: [
      axisX({ ticks: width < 500 ? 5 : 8, tickFormat: number, color: palette.quiet, label: null }),
      axisY({ ticks: 6, tickFormat: percent, color: palette.quiet, label: null }),
      ruleY([0], { stroke: palette.rule }),
      ruleX(threshold === null ? [] : [threshold], {
        stroke: palette.accent,
        strokeDasharray: '4 3',
      }),
      dot(dots, {
        x: 'value',
        y: (one: GrowthDot) => Math.min(one.growth, most),
        r: 4,
        fill: (one: GrowthDot) => (one.growth < 0 ? palette.down : palette.up),
        stroke: palette.paper,
        strokeWidth: 0.75,
        title: 'title',
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description }, (index) => {
    const one = dots[index];
    if (one) onChoose(one.id);
  });
}
