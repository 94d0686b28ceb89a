import type { Trial } from '../model/trial';
import {
  drawTrials,
  leaveOneOut,
  versionTrials,
  withoutSubjects,
  wideVariation,
} from '../robustness';
import type { Scheme } from '../scheme/shape';
import { sql } from '../sql/sql';
import type { Session } from './session';
import { Misuse } from './words';

export const tries = ['leave-out', 'draws', 'without', 'versions'] as const;
export type Try = (typeof tries)[number];

/** The options that each takes. */
const own = {
  'leave-out': [],
  draws: ['seed', 'draws', 'top'],
  without: ['subject'],
  versions: [],
} as const satisfies Record<Try, readonly string[]>;

/** Options of what is tried, as they were typed. */
export interface TryOptions {
  readonly try?: string | undefined;
  readonly seed?: string | undefined;
  readonly draws?: string | undefined;
  readonly top?: string | undefined;
  readonly subject?: string | undefined;
}

/** What is tried beside the scheme as it stands. */
export interface Tried {
  readonly kind: Try;
  readonly seed: number;
  readonly draws: number;
  /** How many places count as the top. */
  readonly top: number;
  /** The one subject that is removed; null where each is in turn. */
  readonly subject: string | null;
}

/** @returns null where nothing is tried @throws Misuse */
export function readTry(options: TryOptions): Tried | null {
  const { try: wanted, seed, draws, top, subject } = options;
  if (wanted === undefined) {
    const loose = Object.entries({ seed, draws, top, subject }).find(([, text]) => text);
    if (loose) throw new Misuse(`--${loose[0]} says how to try something out; it needs --try`);
    return null;
  }
  const kind = tries.find((one) => one === wanted);
  if (!kind) throw new Misuse(`--try takes ${tries.join(', ')}, not ${wanted}`);
  const takes: readonly string[] = own[kind];
  const stranger = Object.entries({ seed, draws, top, subject }).find(
    ([option, text]) => text !== undefined && !takes.includes(option),
  );
  if (stranger) throw new Misuse(`--try ${kind} takes no --${stranger[0]}`);
  return {
    kind,
    seed: wholeNumber('seed', seed, 0) ?? 1,
    draws: wholeNumber('draws', draws, 1) ?? 200,
    top: wholeNumber('top', top, 1) ?? 10,
    subject: subject ?? null,
  };
}

function wholeNumber(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
    throw new Misuse(`--${option} takes a whole number from ${least}, not ${text}`);
  return number;
}

/**
 * The runs of what is tried.
 * @param scheme the one applied
 * @param versions all that the name of the scheme stands for
 */
export async function trialsOf(
  { kind, seed, draws, subject }: Tried,
  scheme: Scheme,
  versions: readonly Scheme[],
  session: Session,
): Promise<readonly Trial[]> {
  if (kind === 'leave-out') return leaveOneOut(scheme);
  if (kind === 'draws') return drawTrials(scheme, wideVariation(draws, seed));
  if (kind === 'without') return withoutSubjects(scheme, await subjectsOf(session, subject));
  if (versions.length < 2)
    throw new Misuse(
      '--try versions needs a name that stands for several versions, as --scheme jiujiang',
    );
  return versionTrials(versions);
}

async function subjectsOf(session: Session, subject: string | null): Promise<string[]> {
  const rows = await session.query(
    sql`SELECT DISTINCT subject_id FROM score.period_rank ORDER BY subject_id`.text,
  );
  const ids = rows.map((row) => String(row['subject_id']));
  if (subject === null) return ids;
  if (!ids.includes(subject)) throw new Misuse(`--subject: nobody of the id ${subject} has a rank`);
  return [subject];
}
