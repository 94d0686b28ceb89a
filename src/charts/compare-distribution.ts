import { axisX, plot, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette, series } from './palette';
import { fitted } from './text';

/** A class of one side's distribution. */
export interface CompareClass {
  readonly side: string;
  /** Place of the side, from 0: its colour. */
  readonly order: number;
  readonly from: number;
  readonly to: number;
  /** Of the subjects of the side, from 0 to 1. */
  readonly share: number;
  readonly title: string;
}

/** What is said beside a side, and where its mean lies. */
export interface CompareMean {
  readonly side: string;
  readonly mean: number;
  readonly label: string;
}

export interface CompareDistributionOptions extends FigureOptions {
  /** One for each side, in their order. */
  readonly means: readonly CompareMean[];
}

const panelHeight = 84;

/** The distributions of the sides below each other, all on one scale both ways, each with its mean. */
export function compareDistribution(
  classes: readonly CompareClass[],
  { width, description, means }: CompareDistributionOptions,
): SVGSVGElement {
  const sides = means.map(({ side }) => side);
  const ends = classes.flatMap(({ from, to }) => [from, to]);
  const figure = plot({
    width,
    height: 40 + sides.length * panelHeight,
    marginTop: 20,
    marginBottom: 22,
    marginLeft: 8,
    marginRight: 14,
    x: { domain: ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [0, 1], label: null },
    y: { domain: [0, Math.max(0.01, ...classes.map(({ share }) => share))], axis: null },
    fy: { domain: sides, axis: null, padding: 0.28 },
    color: { domain: series.map((_, index) => index), range: series },
    marks: [
      axisX({
        ...{ anchor: 'bottom', tickSize: 0, color: palette.quiet, label: null },
        ticks: width < 600 ? 6 : 12,
      }),
      rectY(classes, {
        ...{ fy: 'side', x1: 'from', x2: 'to', y: 'share', fill: 'order', title: 'title' },
        inset: 0.5,
      }),
      ruleY([0], { stroke: palette.rule }),
      // on paper's colour, since bars may be as dark as ink
      ruleX(means, { fy: 'side', x: 'mean', stroke: palette.paper, strokeWidth: 4.5 }),
      ruleX(means, { fy: 'side', x: 'mean', stroke: palette.ink, strokeWidth: 1.5 }),
      text(means, {
        ...{ fy: 'side', frameAnchor: 'top-left', dy: -15 },
        text: ({ label }: CompareMean) => fitted(label, width - 16),
        fill: palette.ink,
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
