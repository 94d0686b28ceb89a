import type { Clause, Section, Words } from '../../model/clause';
import type { Scheme } from '../shape';

/** Remarks of a document by the key of the clause that they are about; those about nothing that is told are left. */
export interface PlacedNotes {
  readonly byClause: ReadonlyMap<string, readonly Words[]>;
  /** Places in the list of notes that no clause takes. */
  readonly left: ReadonlySet<number>;
}

/** Finds the clause of each remark: the one of its path, the first within it, or else the nearest around it. */
export function placeNotes({ notes }: Scheme, sections: readonly Section[]): PlacedNotes {
  const clauses = sections
    .filter(({ id }) => id !== 'notes')
    .flatMap(({ groups }) => groups.flatMap((group) => group.clauses));
  const byClause = new Map<string, Words[]>();
  const left = new Set<number>();
  notes.forEach(({ about, zh, en }, index) => {
    const clause = clauseOf(about, clauses);
    if (!clause) left.add(index);
    else byClause.set(clause.key, [...(byClause.get(clause.key) ?? []), { zh, en }]);
  });
  return { byClause, left };
}

function clauseOf(about: string, clauses: readonly Clause[]): Clause | undefined {
  const wanted = plain(about);
  const within = clauses.find((one) =>
    formsOf(one).some((form) => form === wanted || form.startsWith(`${wanted}.`)),
  );
  if (within) return within;
  const around = clauses.filter((one) =>
    formsOf(one).some((form) => wanted.startsWith(`${form}.`)),
  );
  return around.toSorted((one, other) => other.path.length - one.path.length)[0];
}

/** How a remark may name a clause: by its place in lists, by the names in them, or of any item. */
function formsOf({ path, key }: Clause): string[] {
  return [plain(path), plain(key), plain(path.replaceAll(/\[\d+\]/g, '[]'))];
}

/** `figures[income].is` as `figures.income.is`. */
function plain(path: string): string {
  return path.replaceAll(/\[([^\]]*)\]/g, (_, name: string) => `.${name || '*'}`);
}
