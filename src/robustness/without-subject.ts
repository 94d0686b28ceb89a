import type { Trial } from '../model/trial';
import type { View } from '../model/view';
import type { Scheme } from '../scheme/shape';
import { lit, note, sql } from '../sql/sql';
import { schemeTrial } from './scheme-trial';

/** The scheme as it stands, then without each of these subjects in turn. `what` is the id of the subject. */
export function withoutSubjects(scheme: Scheme, subjects: readonly string[]): Trial[] {
  const asIs = schemeTrial('as-is', '', scheme);
  return [
    asIs,
    ...subjects.map((subject): Trial => {
      const views = [others(subject), ...asIs.views];
      return { ...asIs, kind: 'without', what: subject, views };
    }),
  ];
}

function others(subject: string): View {
  return {
    name: 'canon.subject',
    reads: ['origin.subject'],
    columns: [],
    stored: false,
    sql: sql`
      ${note('without one subject')}
      SELECT * FROM origin.subject WHERE subject_id <> ${lit(subject)}`.text,
  };
}
