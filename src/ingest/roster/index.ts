import type { Coverage } from '../../model/coverage';
import type { Crosswalk, Proposal, SeriesBreak } from '../../model/crosswalk';
import type { Finding } from '../../model/finding';
import type { Subject } from '../../model/subject';
import { emptyCrosswalk } from '../crosswalk';
import { matchKey, townKey } from '../names';
import { breaksOf, countChanges, structuralChanges, validities, type Validity } from './breaks';
import { coverTables } from './coverage';
import type { Entry } from './entry';
import { badCodes, findingsOf, trackConflicts, undecided } from './findings';
import { matchWords, type Matched, type Outcome } from './match';
import type { Mention } from './mention';
import { proposeChanges } from './proposals';
import { tracesOf } from './trace';
import { Tracks } from './tracks';

export { mentionKey, type Mention } from './mention';

/** A mention, recognised: rows with this key belong to this subject. */
export interface Alias {
  readonly key: string;
  readonly subject: string;
}

export interface Roster {
  readonly subjects: readonly Subject[];
  readonly aliases: readonly Alias[];
  /** Changes over time that nobody has decided on. */
  readonly proposals: readonly Proposal[];
  readonly breaks: readonly SeriesBreak[];
  readonly coverage: Coverage;
  /** Findings carry the table in `file`; the caller knows the file's and the sheet's name. */
  readonly findings: readonly Finding[];
}

/**
 * Matches every mention to a subject. Where some table is a roster (it names subjects and carries no figures) its
 * subjects are the list; otherwise every subject that a table names is on it. Matching goes by code, then by name
 * within the town (in any town where the row names none), then by a name that one side writes without 村 or 社区.
 * What the user has confirmed is applied, what was refused is not; likeness alone only makes a proposal.
 */
export function matchRoster(
  mentions: readonly Mention[],
  rosterTables: ReadonlySet<string>,
  crosswalk: Crosswalk = emptyCrosswalk,
): Roster {
  const matched = matchWords(mentions, rosterTables, crosswalk);
  const tracks = learnTracks(matched.outcomes, rosterTables);
  const proposals = proposeChanges(matched, tracesOf(matched.outcomes), crosswalk);
  const changes = structuralChanges(crosswalk, matched.register);
  return {
    subjects: subjectsOf(matched, tracks, validities(changes)),
    aliases: matched.outcomes.flatMap((outcome) =>
      outcome.kind === 'matched' ? [{ key: outcome.words.key, subject: outcome.entry.id }] : [],
    ),
    proposals,
    breaks: breaksOf(changes, proposals),
    coverage: {
      tables: coverTables(matched.outcomes),
      changes: countChanges(changes, proposals),
    },
    findings: [...allFindings(matched, tracks, proposals), ...undecided(proposals)],
  };
}

function learnTracks(outcomes: readonly Outcome[], rosterTables: ReadonlySet<string>): Tracks {
  const tracks = new Tracks();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'matched') continue;
    for (const mention of outcome.words.mentions)
      tracks.learn(outcome.entry, mention, rosterTables.has(mention.table));
  }
  return tracks;
}

/** In the order of their first mention. */
function subjectsOf(
  { register, outcomes }: Matched,
  tracks: Tracks,
  valid: ReadonlyMap<Entry, Validity>,
): Subject[] {
  const mentioned = outcomes.flatMap((outcome) =>
    outcome.kind === 'matched' ? [outcome.entry] : [],
  );
  return [...new Set([...mentioned, ...register.entries])].map((entry) => {
    const { id, code, name, district, town } = entry;
    const { from, to } = valid.get(entry) ?? { from: null, to: null };
    const kind = kindOf(code, name);
    const track = tracks.of(entry);
    return { id, code, name, kind, district, town, track, validFrom: from, validTo: to };
  });
}

/** The village part of a 12-digit code tells the kind (below 200 a community); else the name does. */
function kindOf(code: string | null, name: string): Subject['kind'] {
  if (code !== null && /^\d{12}$/.test(code))
    return Number(code.slice(9)) < 200 ? 'community' : 'village';
  return /社区|居委会|居民委员会/.test(name) ? 'community' : 'village';
}

function allFindings(
  { outcomes, findings }: Matched,
  tracks: Tracks,
  proposals: readonly Proposal[],
): Finding[] {
  const likely = likelyNames(proposals);
  return [
    ...findings,
    ...badCodes(outcomes),
    ...outcomes.flatMap((outcome) => {
      const { townKey: town, matchKey: name } = outcome.words;
      const own = findingsOf(outcome, likely.get(placeKey(town, name)) ?? null);
      return outcome.kind === 'matched'
        ? [...own, ...trackConflicts(outcome.entry, tracks, outcome.words)]
        : own;
    }),
  ];
}

/** What a name that belongs to no subject is proposed to be another name of. */
function likelyNames(proposals: readonly Proposal[]): Map<string, string> {
  return new Map(
    proposals.flatMap(({ kind, from, to }) =>
      kind === 'alias'
        ? from.map(({ town, name }) => [
            placeKey(townKey(town), matchKey(name)),
            to.map((one) => one.name).join('、'),
          ])
        : [],
    ),
  );
}

function placeKey(town: string, name: string): string {
  return `${town}\u001f${name}`;
}
