import { hoverTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import { bareName, sqlStatementAt, sqlTokens } from '../../model/sql-text';
import { relationsIn, type Knowledge } from './completion';

/** What the relation or column under the pointer is: its sentence, its type. */
export function documentation(knowledge: Knowledge) {
  return hoverTooltip((view, place) => {
    const sql = view.state.doc.toString();
    const tokens = sqlTokens(sql);
    const at = tokens.findIndex(({ from, to }) => from <= place && place < to);
    const token = tokens[at];
    if (!token || (token.kind !== 'word' && token.kind !== 'name')) return null;
    const about =
      aboutRelation(knowledge, tokens, at) ?? aboutColumn(knowledge, sql, place, bareName(token));
    if (!about) return null;
    const tooltip: Tooltip = {
      pos: token.from,
      end: token.to,
      above: true,
      create: (one: EditorView) => ({ dom: documentOf(one.dom.ownerDocument, about) }),
    };
    return tooltip;
  });
}

interface About {
  readonly name: string;
  readonly lines: readonly string[];
}

function aboutRelation(
  { relations, aboutRelation: about }: Knowledge,
  tokens: ReturnType<typeof sqlTokens>,
  at: number,
): About | null {
  const isSecond = tokens[at - 1]?.text === '.';
  const [first, second] = isSecond ? [tokens[at - 2], tokens[at]] : [tokens[at], tokens[at + 2]];
  if (!first || !second) return null;
  const name = `${bareName(first)}.${bareName(second)}`.toLowerCase();
  const found = relations().find((one) => one.name.toLowerCase() === name);
  if (!found) return null;
  const columns = found.columns.map((column) => column.name).join(' · ');
  return { name: found.name, lines: [about(found.name) ?? '', columns].filter(Boolean) };
}

function aboutColumn(
  { relations, aboutColumn: about }: Knowledge,
  sql: string,
  place: number,
  name: string,
): About | null {
  const statement = sqlStatementAt(sql, place)?.sql ?? '';
  const found = relationsIn(statement, relations()).flatMap((relation) =>
    relation.columns
      .filter((column) => column.name.toLowerCase() === name.toLowerCase())
      .map((column) => ({ relation: relation.name, ...column })),
  );
  const [first] = found;
  if (!first) return null;
  const where = found.map(({ relation, type }) => `${relation} ${type}`);
  return { name: first.name, lines: [about(first.name) ?? '', ...where].filter(Boolean) };
}

function documentOf(page: Document, { name, lines }: About): HTMLElement {
  const box = page.createElement('div');
  box.className = 'cm-doc';
  const title = page.createElement('b');
  title.textContent = name;
  box.append(
    title,
    ...lines.map((line) => {
      const paragraph = page.createElement('p');
      paragraph.textContent = line;
      return paragraph;
    }),
  );
  return box;
}
