import { areaY, axisX, axisY, dot, line, plot, ruleX, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette, seriesColour } from './palette';
import { spread } from './spread';
import { fitted } from './text';

/** What a subject has at a place of the axis; null where it has nothing, which leaves a gap. */
export interface TrendValue {
  readonly at: number;
  readonly value: number | null;
  /** What the pointer and the focus show. */
  readonly words: string;
}

/** A subject over time. */
export interface TrendLine {
  readonly id: string;
  readonly name: string;
  /** In time order. */
  readonly values: readonly TrendValue[];
  /** Number of its colour, from 0, where it is one of the chosen; null for the faint ones. */
  readonly colour: number | null;
  /** Places at which its series begins anew: no line leads to them. */
  readonly breaks: readonly number[];
}

/** Where the values of all lie at a place: 5th, 25th, 50th, 75th and 95th of a hundred. */
export interface TrendRange {
  readonly at: number;
  readonly lowest: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly highest: number;
}

/** Between a place and the one before it something else begins. */
export interface TrendMark {
  readonly at: number;
  readonly label: string;
  /** Lines across it are no plain ones: drawn dashed. */
  readonly cuts: boolean;
}

export interface TrendLinesOptions extends FigureOptions {
  /** Names of the places, in order. */
  readonly axis: readonly string[];
  /** 1 stands at the top, as ranks do. */
  readonly ranks: boolean;
  readonly ranges: readonly TrendRange[];
  readonly marks: readonly TrendMark[];
  /** Pixels; by the number of lines where absent. */
  readonly height?: number;
  readonly onChoose?: (id: string) => void;
}

interface Stop extends TrendValue {
  readonly id: string;
  readonly run: string;
  readonly colour: string;
}

/** Ranks or scores of subjects over time: the chosen bright, the others faint, or where very many of them lie. */
export function trendLines(lines: readonly TrendLine[], options: TrendLinesOptions): SVGSVGElement {
  const { width, axis, ranks, ranges, marks, description, onChoose } = options;
  const narrow = width < 560;
  const bright = lines.filter(({ colour }) => colour !== null);
  const faint = lines.filter(({ colour }) => colour === null);
  const all = lines.flatMap(({ values }) => values.flatMap(({ value }) => value ?? []));
  const reach = [...all, ...ranges.flatMap(({ lowest, highest }) => [lowest, highest])];
  const [low, high] = reach.length > 0 ? [Math.min(...reach), Math.max(...reach)] : [0, 1];
  const height = options.height ?? Math.min(760, Math.max(240, ranks ? 60 + high * 15 : 360));
  // where there is little room, labels of marks stand one above the other
  const labelRow = (index: number) => (narrow ? index * 13 : 0);
  const edge = {
    top: marks.length > 0 ? 26 + labelRow(marks.length - 1) : 14,
    bottom: 26,
    right: narrow ? 92 : 132,
  };
  const pad = ranks ? 0.6 : (high - low || 1) * 0.05;
  const domain = ranks ? [high + pad, Math.max(0, low - pad)] : [low - pad, high + pad];
  const scaleY = (value: number) =>
    edge.top +
    ((value - (domain[1] ?? 0)) / ((domain[0] ?? 1) - (domain[1] ?? 0))) *
      (height - edge.top - edge.bottom);
  const valueAt = (y: number) =>
    (domain[1] ?? 0) +
    ((y - edge.top) / (height - edge.top - edge.bottom)) * ((domain[0] ?? 1) - (domain[1] ?? 0));
  const named = ranges.length > 0 || lines.length > 45 ? bright : lines;
  const range = [edge.top, height - edge.bottom] as const;
  const ends = endLabels(named, axis.length - 1, ranks, {
    ...{ scaleY, valueAt, range },
    room: edge.right - 16,
  });
  const every = Math.max(1, Math.ceil(axis.length / ((width - edge.right - 40) / 46)));
  const stops = { faint: faint.flatMap(runsOf(marks)), bright: bright.flatMap(runsOf(marks)) };
  const path = { x: 'at', y: 'value', z: 'run', curve: ranks ? 'bump-x' : 'linear' } as const;
  const points = (of: readonly Stop[]) => of.filter(({ value }) => value !== null);
  const dots = [...points(stops.faint), ...points(stops.bright)];
  const figure = plot({
    width,
    height,
    marginTop: edge.top,
    marginBottom: edge.bottom,
    marginLeft: 36,
    marginRight: edge.right,
    x: { domain: [-0.3, axis.length - 0.7], label: null },
    y: { domain, label: null },
    marks: [
      axisX({
        ticks: axis.flatMap((_, at) => ((axis.length - 1 - at) % every === 0 ? [at] : [])),
        tickFormat: (at: number) => axis[at] ?? '',
        tickSize: 0,
        color: palette.quiet,
        label: null,
      }),
      axisY({
        ticks: ranks ? rankTicks(high) : 6,
        tickFormat: (value: number) => String(value),
        tickSize: 0,
        color: palette.quiet,
        label: null,
      }),
      areaY(ranges, { x: 'at', y1: 'lowest', y2: 'highest', fill: palette.dot, fillOpacity: 0.14 }),
      areaY(ranges, { x: 'at', y1: 'low', y2: 'high', fill: palette.dot, fillOpacity: 0.2 }),
      line(ranges, { x: 'at', y: 'median', stroke: palette.dot, strokeDasharray: '2 3' }),
      ruleX(marks, { x: before, stroke: palette.accent, strokeDasharray: '3 3' }),
      ...marks.map((mark, index) =>
        text([mark], {
          x: before,
          text: 'label',
          frameAnchor: 'top',
          textAnchor: mark.at > axis.length / 2 ? 'end' : 'start',
          dy: -18 - labelRow(index),
          fill: palette.accent,
        }),
      ),
      line(stops.faint, { ...path, stroke: palette.rule, strokeWidth: 1 }),
      line(crossings(lines, marks), {
        ...path,
        stroke: 'colour',
        strokeWidth: 1.2,
        strokeDasharray: '2 3',
      }),
      line(stops.bright, { ...path, stroke: 'colour', strokeWidth: 2.5 }),
      dot(dots, {
        x: 'at',
        y: 'value',
        r: (stop: Stop) => (stop.colour === palette.rule ? 2 : 4),
        fill: 'colour',
        title: 'words',
        sort: null,
      }),
      dot(restarts(lines), { x: 'at', y: 'value', r: 7, stroke: palette.accent, strokeWidth: 1.5 }),
      text(ends, {
        x: () => axis.length - 1,
        y: 'y',
        text: 'name',
        textAnchor: 'start',
        dx: 12,
        dy: 0,
        fill: 'colour',
      }),
    ],
    color: { type: 'identity' },
    r: { type: 'identity' },
  }) as SVGSVGElement;
  return finish(
    figure,
    { width, description },
    onChoose &&
      ((index) => {
        const stop = dots[index];
        if (stop) onChoose(stop.id);
      }),
  );
}

const before = ({ at }: { readonly at: number }) => at - 0.5;

function colourOf({ colour }: TrendLine): string {
  return colour === null ? palette.rule : seriesColour(colour);
}

/** The values of a subject, told apart where its series breaks, or where a mark cuts all lines. */
function runsOf(marks: readonly TrendMark[]) {
  const cuts = marks.filter((mark) => mark.cuts).map(({ at }) => at);
  return (one: TrendLine): Stop[] => {
    const starts = [...cuts, ...one.breaks];
    return one.values.map((value) => ({
      ...value,
      id: one.id,
      colour: colourOf(one),
      run: `${one.id} ${starts.filter((at) => at <= value.at).length}`,
    }));
  };
}

/** The ways across a mark that cuts, where no series breaks there. */
function crossings(lines: readonly TrendLine[], marks: readonly TrendMark[]): Stop[] {
  return lines.flatMap((one) =>
    marks.flatMap((mark) => {
      if (!mark.cuts || one.breaks.includes(mark.at)) return [];
      const [from, to] = [mark.at - 1, mark.at].map((at) => one.values.find((v) => v.at === at));
      if (!from || !to || from.value === null || to.value === null) return [];
      const run = `${one.id} ${mark.at}`;
      return [from, to].map((value) => ({ ...value, id: one.id, colour: colourOf(one), run }));
    }),
  );
}

function restarts(lines: readonly TrendLine[]): readonly TrendValue[] {
  return lines.flatMap(({ values, breaks }) =>
    values.filter(({ at, value }) => value !== null && breaks.includes(at)),
  );
}

function rankTicks(last: number): number[] {
  const step = last > 60 ? 20 : last > 20 ? 10 : last > 10 ? 5 : 1;
  const ticks = Array.from({ length: Math.floor(last / step) }, (_, index) => (index + 1) * step);
  return [...new Set([1, ...ticks])];
}

interface Place {
  readonly scaleY: (value: number) => number;
  readonly valueAt: (y: number) => number;
  readonly range: readonly [number, number];
  /** Pixels for a name. */
  readonly room: number;
}

/** Names at the last place, moved apart; those who share a rank share a line. */
function endLabels(lines: readonly TrendLine[], last: number, ranks: boolean, place: Place) {
  const groups = new Map<number, TrendLine[]>();
  for (const one of lines) {
    const end = one.values.find(({ at }) => at === last)?.value ?? null;
    if (end !== null) groups.set(end, [...(groups.get(end) ?? []), one]);
  }
  const labels = [...groups].map(([value, members]) => {
    const chosen = members.find(({ colour }) => colour !== null);
    const names = members.map(({ name }) => name).join(' ');
    return {
      value,
      name: fitted(ranks ? `${value} ${names}` : names, place.room),
      colour: chosen ? colourOf(chosen) : palette.quiet,
    };
  });
  const wanted = labels.map(({ value }) => place.scaleY(value));
  const placed = spread(wanted, 12, place.range);
  return labels.map((label, index) => ({ ...label, y: place.valueAt(placed[index] ?? 0) }));
}
