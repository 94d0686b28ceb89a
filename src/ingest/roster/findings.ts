import { changeKinds, type Proposal } from '../../model/crosswalk';
import { finding, type Finding, type FindingCode } from '../../model/finding';
import { trimmed, type Entry } from './entry';
import { groupBy } from '../../model/group-by';
import { lostBytes } from './lost-bytes';
import type { Outcome } from './match';
import type { Mention } from './mention';
import type { Tracks } from './tracks';
import type { Words } from './words';

type Place = NonNullable<Parameters<typeof finding>[1]>;

/** What must be said of words and what became of them; once a table, with the table in `file`. */
export function findingsOf(outcome: Outcome, likely: string | null): Finding[] {
  const { words } = outcome;
  const told: [FindingCode, Place][] = [...ofOutcome(outcome, likely), ...ofWords(words, likely)];
  if (told.length === 0) return [];
  return placesOf(words).flatMap((place) =>
    told.map(([code, more]) => finding(code, { ...place, ...more })),
  );
}

function ofOutcome(outcome: Outcome, likely: string | null): [FindingCode, Place][] {
  const { words } = outcome;
  const town = words.mentions[0]?.town ?? null;
  const value = wordsOf({ town, name: words.name });
  if (outcome.kind === 'aside') {
    const said = outcome.code === 'name_missing' ? null : (words.name ?? town);
    return [[outcome.code, { value: said }]];
  }
  if (outcome.kind === 'unmatched') return [['subject_unmatched', { value, about: likely }]];
  if (outcome.kind === 'ambiguous')
    return [['subject_ambiguous', { value, about: outcome.entries.map(wordsOf).join('、') }]];
  const about = { value: words.name, about: outcome.entry.name };
  if (outcome.kind === 'conflict') return [['code_conflict', about]];
  return outcome.doubt ? [['name_differs', about]] : [];
}

function ofWords(words: Words, likely: string | null): [FindingCode, Place][] {
  return words.name !== null && lostBytes(words.name)
    ? [['name_damaged', { value: words.name, about: likely }]]
    : [];
}

/** Codes that can't be relied on: once a table and code, however many rows it spoils. */
export function badCodes(outcomes: readonly Outcome[]): Finding[] {
  const bad = outcomes.flatMap(({ words }) =>
    words.badCode ? words.mentions.map((mention) => ({ mention, problem: words.badCode })) : [],
  );
  return groupBy(bad, ({ mention }) => `${mention.table}\u001f${mention.code ?? ''}`).flatMap(
    (group) => {
      const [first] = group;
      if (!first?.problem) return [];
      const mentions = group.map(({ mention }) => mention);
      return [finding(first.problem, { ...placeOf(mentions), value: first.mention.code })];
    },
  );
}

function wordsOf({ town, name }: Pick<Mention, 'town' | 'name'>): string {
  return [town, name].filter(Boolean).join(' ');
}

/** Each table with the first row and the number of rows that have the words. */
function placesOf(words: Words): Place[] {
  return groupBy(words.mentions, ({ table }) => table).map(placeOf);
}

function placeOf(mentions: readonly Mention[]): Place {
  return {
    file: mentions[0]?.table ?? null,
    row: mentions.reduce((first, { row }) => Math.min(first, row), Infinity),
    count: mentions.reduce((sum, { count }) => sum + count, 0),
  };
}

/** A class in some table that is not the one that counts. */
export function trackConflicts(entry: Entry, tracks: Tracks, words: Words): Finding[] {
  const track = tracks.of(entry);
  if (track === null) return [];
  const own = tracks.keyOf(track);
  const isOther = (mention: Mention) =>
    trimmed(mention.track) !== null && tracks.keyOf(mention.track ?? '') !== own;
  if (!words.mentions.some(isOther)) return [];
  return groupBy(
    words.mentions.filter(isOther),
    (mention) => `${mention.table}\u001f${tracks.keyOf(mention.track ?? '')}`,
  ).map((mentions) =>
    finding('track_conflict', {
      ...placeOf(mentions),
      value: mentions[0]?.track ?? null,
      about: `${entry.name} ${track}`,
    }),
  );
}

/** One finding a kind of change that waits for a decision: its first subjects, and how many changes there are. */
export function undecided(proposals: readonly Proposal[]): Finding[] {
  return changeKinds.flatMap((kind) => {
    const open = proposals.filter((proposal) => proposal.kind === kind);
    const names = (refs: Proposal['from']) => refs.map(({ name }) => name).join('、');
    const [first] = open;
    return first
      ? [
          finding('change_undecided', {
            value: `${names(first.from)} → ${names(first.to)}`,
            about: kind,
            count: open.length,
          }),
        ]
      : [];
  });
}
