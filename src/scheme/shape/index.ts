import * as v from 'valibot';
import { cadence, identifier, name, periodId, positive, share, text } from './common';
import { condition } from './condition';
import { economy } from './economy';
import { figure } from './figure';
import { root } from './node';
import { flag, lists, rank, rewards, rollUp, veto, year } from './outcome';
import { starRules } from './stars';

/*
 * The shape of a scheme document, version 1. A default is written beside each key that may be left out; the page and
 * the documentation show it as if it stood in the document.
 */

const version = v.pipe(v.string(), v.regex(/^\d+\.\d+$/, 'version'));

const track = v.pipe(
  v.optional(
    v.union([
      v.picklist(['roster', 'none']),
      v.pipe(
        v.strictObject({ attribute: name }),
        v.description('A column of words, or town, district, kind.'),
      ),
      v.pipe(
        v.strictObject({ measure: name, bounds: v.pipe(v.array(v.number()), v.minLength(1)) }),
        v.description('Classes of a number: below the first bound, from each bound on.'),
      ),
      v.pipe(
        v.strictObject({ parts: v.literal('reported'), least: v.optional(positive, 1) }),
        v.description(
          'How many parts of the score a subject has figures for; a part counts with at least so many indicators.',
        ),
      ),
    ]),
    'roster',
  ),
  v.description(
    'Which subjects are compared with each other: by the class that the roster gives (the default), all together (none), by words, by a number, or by how much they report. Without a class of the roster a subject is not assessed; those without words or without the number are one track.',
  ),
);

const subject = v.strictObject({
  kind: v.pipe(
    v.optional(
      v.picklist([
        'village',
        'team',
        'cadre',
        'member',
        'household',
        'secretary',
        'country',
        'other',
      ]),
      'village',
    ),
    v.description('What is assessed. Cadres, members and households are people.'),
  ),
  where: v.pipe(
    v.optional(condition),
    v.description('Who is assessed at all; everybody by default.'),
  ),
  track,
  smallest: v.pipe(
    v.optional(v.strictObject({ size: positive, join: v.picklist(['all', 'unranked']) })),
    v.description(
      'A track with fewer subjects in a period: they are compared within one track made of all such, or get no rank. Every subject assessed counts, rated or not.',
    ),
  ),
});

const screens = v.strictObject({
  share: v.pipe(
    v.optional(share),
    v.description(
      'A subject with a smaller share of the indicators is left out before anything is learned.',
    ),
  ),
});

const columns = v.pipe(
  v.strictObject({
    name: v.optional(name),
    code: v.optional(name),
    town: v.optional(name),
    district: v.optional(name),
    track: v.optional(name),
    period: v.optional(name),
    year: v.optional(name),
    panel: v.optional(name),
    assessor: v.optional(name),
    attributes: v.optional(v.array(name), []),
  }),
  v.description('What the columns of the usual file are called, so that it needs no mapping.'),
);

export const schemeShape = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    starflag: v.pipe(v.literal(1), v.description('Version of this document format.')),
    id: identifier,
    version: version,
    follows: v.optional(v.nullable(version), null),
    title: text,
    source: v.pipe(text, v.description('Where the rules were published.')),
    notes: v.pipe(
      v.optional(v.array(v.strictObject({ about: v.string(), ...text.entries })), []),
      v.description('Remarks on single clauses, by path: above all which figures are examples.'),
    ),
    valid: v.pipe(
      v.optional(v.strictObject({ from: v.nullable(periodId), to: v.nullable(periodId) }), {
        from: null,
        to: null,
      }),
      v.description(
        'First and last period in which this version is in force; null leaves an end open.',
      ),
    ),
    cadence: v.pipe(cadence, v.description('How often scores are given.')),
    subject: v.optional(subject, { kind: 'village', track: 'roster' }),
    columns: v.optional(columns, { attributes: [] }),
    screens: v.optional(screens, {}),
    score: root,
    vetoes: v.optional(v.array(veto), []),
    rollUp: v.optional(rollUp),
    rank,
    stars: v.optional(starRules),
    flags: v.optional(v.array(flag), []),
    year: v.optional(year),
    lists: v.optional(lists, {}),
    rewards: v.optional(rewards),
    economy: v.optional(economy, {
      denominator: 'reporting',
      round: { digits: 2, mode: 'half-up' },
    }),
    figures: v.pipe(
      v.optional(v.array(figure), []),
      v.description('Headline figures of the scheme: live fields of reports.'),
    ),
  }),
  v.title('Starflag scheme'),
  v.description('How subjects are scored, starred, levelled, listed and rewarded.'),
);

export type Scheme = v.InferOutput<typeof schemeShape>;
export type { Rounding, Quota, Ties, Within } from './common';
export type { Condition } from './condition';
export type { Figure } from './figure';
export * from './node';
export type { Over, Step as SchemeStep } from './step';
export type { Flag, Lists, Rewards, RollUp, Veto, Year } from './outcome';
export type { Ladder, StarRules } from './stars';
