import type { Draft } from './draft';
import { groupBy } from '../../model/group-by';
import { likeness, nearKeys } from './likeness';
import { lostBytes, offer } from './lost-bytes';
import { mayBeOne, neverTogether, type Trace } from './trace';

/** So many names near one another say nothing about any of them. */
const mostAlike = 20;

/** Comparisons of damaged names with the others of their town; the damaged ones beyond are only pointed out. */
const mostCompared = 20_000;

/**
 * Names of a town that may be another name of it, written wrongly: one edit away or with characters lost, and never
 * in a table together. With a roster those that are not on it are looked at; without one those that some tables lack.
 */
export function otherWritings(traces: readonly Trace[]): Draft[] {
  const hasStrangers = traces.some(({ entry }) => entry === null);
  return groupBy(traces, ({ townKey }) => townKey).flatMap((town) => {
    const repaired = repairs(town);
    const known = new Set(repaired.flatMap(({ from }) => from));
    const pool = poolOf(town, hasStrangers).filter((trace) => !known.has(trace));
    return [...repaired, ...nearNames(pool)];
  });
}

function poolOf(town: readonly Trace[], hasStrangers: boolean): readonly Trace[] {
  if (hasStrangers && town.every(({ entry }) => entry !== null)) return [];
  const tables = new Set(town.flatMap((trace) => [...trace.tables]));
  return town.filter((trace) => trace.tables.size < tables.size);
}

/** A damaged name, and the one name of the town that it can have been. */
function repairs(town: readonly Trace[]): Draft[] {
  const damaged = town.filter(({ ref }) => lostBytes(ref.name));
  if (damaged.length === 0) return [];
  const whole = new Map(town.flatMap((trace) => (trace.entry ? [[trace.ref.name, trace]] : [])));
  const most = Math.ceil(mostCompared / Math.max(1, whole.size));
  return damaged.slice(0, most).flatMap((from): Draft[] => {
    const to = whole.get(offer(from.ref.name, [...whole.keys()]) ?? '');
    return to ? [{ kind: 'alias', from: [from], to: [to], confidence: 'medium' }] : [];
  });
}

function nearNames(pool: readonly Trace[]): Draft[] {
  const near = new Map<string, Trace[]>();
  for (const trace of pool) {
    for (const key of nearKeys(trace.stem)) {
      const list = near.get(key);
      if (list) list.push(trace);
      else near.set(key, [trace]);
    }
  }
  return pool.flatMap((from): Draft[] => {
    const candidates = new Set([...nearKeys(from.stem)].flatMap((key) => fewOf(near.get(key))));
    const alike = [...candidates].filter((to) => mayBeWritten(from, to));
    const [to] = alike;
    if (!to || alike.length > 1) return [];
    return [{ kind: 'alias', from: [from], to: [to], confidence: sure(from, to) }];
  });
}

function fewOf(traces: readonly Trace[] | undefined): readonly Trace[] {
  return traces && traces.length <= mostAlike ? traces : [];
}

/** Whether `from` may be `to` written wrongly: `to` is a subject, and the one that more tables have. */
function mayBeWritten(from: Trace, to: Trace): boolean {
  if (to.entry === null || from === to || !mayBeOne(from, to) || !neverTogether(from, to))
    return false;
  if (from.ref.code !== null && to.ref.code !== null) return false;
  if (from.entry !== null && !isRarer(from, to)) return false;
  const length = Math.max([...from.stem].length, [...to.stem].length);
  return (1 - likeness(from.stem, to.stem)) * length < 1.5;
}

/** Whether fewer tables have it; a code speaks for a name. */
function isRarer(one: Trace, other: Trace): boolean {
  if ((one.ref.code === null) !== (other.ref.code === null)) return one.ref.code === null;
  return one.tables.size === other.tables.size
    ? one.ref.name > other.ref.name
    : one.tables.size < other.tables.size;
}

/** One character of two may well be another village. */
function sure(from: Trace, to: Trace): Draft['confidence'] {
  return from.stem === to.stem || Math.min([...from.stem].length, [...to.stem].length) > 2
    ? 'medium'
    : 'low';
}
