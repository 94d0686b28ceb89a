import type { Clause, ClauseGroup } from '../../model/clause';
import { conditionPhrase } from './conditions';
import { plainGroup, type Teller } from './teller';

/** What the document is, which version, and when it is in force. */
export function aboutGroups(tell: Teller): ClauseGroup[] {
  return plainGroup('', [
    tell.clause('title', 'titled', { title: tell.name('title') }),
    tell.clause('version', 'version', {
      version: tell.name('version'),
      follows: tell.name('follows'),
    }),
    tell.clause('valid', 'valid', {
      from: tell.period('valid.from'),
      to: tell.period('valid.to'),
    }),
    tell.clause('cadence', 'cadence', { cadence: tell.choice('cadence') }),
    tell.clause('source', 'source', { source: tell.name('source') }),
    tell.clause('id', 'format', { id: tell.name('id'), starflag: tell.name('starflag') }),
    ...tell.optional('$schema', 'schema', () => ({ schema: tell.name('$schema') })),
  ]);
}

export function noteGroups(tell: Teller): ClauseGroup[] {
  return plainGroup(
    'notes',
    tell.each('notes', (at) =>
      tell.clause(at, 'note', { about: tell.name(`${at}.about`), words: tell.name(at) }),
    ),
  );
}

/** Who is assessed, and with whom each is compared. */
export function subjectGroups(tell: Teller): ClauseGroup[] {
  const smallest = 'subject.smallest';
  return plainGroup('subject', [
    tell.clause('subject.kind', 'kind', { kind: tell.choice('subject.kind') }),
    tell.has('subject.where')
      ? tell.clause('subject.where', 'where', { when: conditionPhrase(tell, 'subject.where') })
      : tell.clause('subject.where', 'whereAll', {}),
    track(tell),
    tell.has(smallest)
      ? tell.clause(smallest, 'smallest', {
          size: tell.number(`${smallest}.size`),
          join: tell.choice(`${smallest}.join`),
        })
      : tell.clause(smallest, 'smallestNone', {}),
  ]);
}

function track(tell: Teller): Clause {
  const at = 'subject.track';
  if (tell.has(`${at}.attribute`))
    return tell.clause(at, 'trackWords', { attribute: tell.name(`${at}.attribute`) });
  if (tell.has(`${at}.measure`))
    return tell.clause(at, 'trackBounds', {
      measure: tell.name(`${at}.measure`),
      bounds: tell.each(`${at}.bounds`, (one) => tell.number(one)),
    });
  if (tell.has(`${at}.parts`))
    return tell.clause(at, 'trackParts', {
      parts: tell.choice(`${at}.parts`),
      least: tell.number(`${at}.least`),
    });
  return tell.clause(at, 'track', { track: tell.choice(at) });
}

const columns = {
  name: 'columnName',
  code: 'columnCode',
  town: 'columnTown',
  district: 'columnDistrict',
  track: 'columnTrack',
  period: 'columnPeriod',
  year: 'columnYear',
  panel: 'columnPanel',
  assessor: 'columnAssessor',
} as const;

/** What the columns of the usual file are called. */
export function columnGroups(tell: Teller): ClauseGroup[] {
  const words = tell.each('columns.attributes', (at) => tell.name(at));
  return plainGroup('columns', [
    ...Object.entries(columns).flatMap(([key, code]) =>
      tell.optional(`columns.${key}`, code, () => ({ column: tell.name(`columns.${key}`) })),
    ),
    ...(words.length > 0
      ? [tell.clause('columns.attributes', 'columnWords', { columns: words })]
      : []),
  ]);
}

/** Who is left out for want of data. */
export function screenGroups(tell: Teller): ClauseGroup[] {
  const at = 'screens.share';
  return plainGroup('screens', [
    tell.has(at)
      ? tell.clause(at, 'screens', { share: tell.share(at) })
      : tell.clause(at, 'screensNone', {}),
  ]);
}
