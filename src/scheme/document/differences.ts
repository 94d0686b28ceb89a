import {
  isPhrase,
  type Clause,
  type Phrase,
  type Section,
  type SectionId,
  type Words,
} from '../../model/clause';

/** The same clause of two documents; one of them may lack it. */
export interface ClausePair {
  readonly key: string;
  readonly section: SectionId;
  /** The part, rule or flag that the clause belongs to. */
  readonly title: Words | null;
  readonly before: Clause | null;
  readonly after: Clause | null;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
}

type Placed = Pick<ClausePair, 'section' | 'title'> & { readonly clause: Clause };

/** The clauses of two documents side by side, in the order of the second; those it lacks stand at the end of their section. */
export function differences(before: readonly Section[], after: readonly Section[]): ClausePair[] {
  const old = byKey(before);
  const next = byKey(after);
  return after.flatMap(({ id }) => {
    const here = ([, placed]: [string, Placed]) => placed.section === id;
    const kept = [...next].filter(here).map(([key, placed]) => pair(key, old.get(key), placed));
    const gone = [...old].filter(here).filter(([key]) => !next.has(key));
    return [...kept, ...gone.map(([key, placed]) => pair(key, placed, undefined))];
  });
}

function byKey(sections: readonly Section[]): Map<string, Placed> {
  const all = sections.flatMap(({ id, groups }) =>
    groups.flatMap(({ title, clauses }) =>
      clauses.map((clause): [string, Placed] => [clause.key, { section: id, title, clause }]),
    ),
  );
  return new Map(all);
}

function pair(key: string, old: Placed | undefined, next: Placed | undefined): ClausePair {
  const { section, title } = (next ?? old) as Placed;
  const before = old?.clause ?? null;
  const after = next?.clause ?? null;
  const kind = !before ? 'added' : !after ? 'removed' : isSame(before, after) ? 'same' : 'changed';
  return { key, section, title, before, after, kind };
}

function isSame(one: Clause, other: Clause): boolean {
  return JSON.stringify(said(one.phrase)) === JSON.stringify(said(other.phrase));
}

/** What a phrase says, wherever in the document it says it. */
function said({ code, slots }: Phrase): unknown {
  const pieces = Object.values(slots).map((list) =>
    list.map((piece) => (isPhrase(piece) ? said(piece) : piece.value)),
  );
  return [code, pieces];
}
