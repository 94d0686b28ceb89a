import type { Label } from './weigh';

const labels = ['title', 'header', 'numbering', 'group', 'data', 'total', 'note'] as const;

/** What it costs that a kind comes first on a sheet: most begin with a title or a header. */
const first: Record<Label, number> = {
  title: 0,
  header: 0,
  numbering: 9,
  group: 1.5,
  data: 2.5,
  total: 4,
  note: 2,
};

/** What it costs that a kind comes last: titles and groups stand over something. */
const last: Record<Label, number> = {
  title: 6,
  header: 0.5,
  numbering: 1,
  group: 3,
  data: 0,
  total: 0,
  note: 0,
};

/** What it costs that a kind follows another. */
const follows: Record<Label, Record<Label, number>> = {
  title: { title: 0, header: 0, numbering: 6, group: 1, data: 3, total: 4, note: 3 },
  header: { title: 3, header: 0.4, numbering: 0, group: 0, data: 0, total: 0.5, note: 4 },
  numbering: { title: 5, header: 5, numbering: 1, group: 0, data: 0, total: 0.3, note: 4 },
  group: { title: 3, header: 1, numbering: 6, group: 0.6, data: 0, total: 1.5, note: 4 },
  data: { title: 5.5, header: 4, numbering: 9, group: 1.2, data: 0, total: 0, note: 1 },
  total: { title: 2.4, header: 2.4, numbering: 9, group: 0.3, data: 0.2, total: 0.2, note: 0.3 },
  note: { title: 3.2, header: 3.7, numbering: 9, group: 3, data: 5, total: 5, note: 0 },
};

/** How much a blank row between two rows makes up for, where blank rows are rare. */
const parted: Partial<Record<Label, Partial<Record<Label, number>>>> = {
  data: { title: 2.5, header: 2, group: 0.8, note: 0.8 },
  total: { title: 1, header: 1, group: 0.2, note: 0.3 },
  note: { title: 1.5, header: 1.5, data: 1 },
};

/** A row to be placed: how well it fits each kind, and how much of a parting stands above it (0 to 1). */
export interface Candidate {
  readonly weights: Record<Label, number>;
  readonly parting: number;
}

/** The kinds that fit the rows best as a whole: no row is judged without those before and after it. */
export function bestOrder(rows: readonly Candidate[]): Label[] {
  const from: Record<Label, Label>[] = [];
  let scores: Record<Label, number> | null = null;
  for (const { weights, parting } of rows) {
    const before: Record<Label, number> | null = scores;
    const origin: Record<Label, Label> = forEach((label) =>
      before ? bestBefore(before, label, parting) : label,
    );
    scores = forEach((label) =>
      before
        ? before[origin[label]] - cost(origin[label], label, parting) + weights[label]
        : weights[label] - first[label],
    );
    from.push(origin);
  }
  if (!scores) return [];
  const ends = scores;
  let label = highest((one) => ends[one] - last[one]);
  const order: Label[] = [];
  for (const origin of from.toReversed()) {
    order.push(label);
    label = origin[label];
  }
  return order.reverse();
}

function bestBefore(scores: Record<Label, number>, label: Label, parting: number): Label {
  return highest((before) => scores[before] - cost(before, label, parting));
}

function cost(before: Label, label: Label, parting: number): number {
  return follows[before][label] - parting * (parted[before]?.[label] ?? 0);
}

function highest(score: (label: Label) => number): Label {
  let best: Label = 'data';
  for (const label of labels) if (score(label) > score(best)) best = label;
  return best;
}

function forEach<T>(of: (label: Label) => T): Record<Label, T> {
  return {
    title: of('title'),
    header: of('header'),
    numbering: of('numbering'),
    group: of('group'),
    data: of('data'),
    total: of('total'),
    note: of('note'),
  };
}
