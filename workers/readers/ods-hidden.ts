import { Parser } from 'htmlparser2';

/** Rows that a spreadsheet has at most. */
const mostRows = 1_048_576;

/** What is hidden, by the names of the sheets. */
export interface OdsHidden {
  readonly sheets: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Which sheets and rows of an OpenDocument spreadsheet are hidden, by its `content.xml`. */
export function odsHidden(xml: string): OdsHidden {
  const hiddenStyles = new Set<string>();
  const sheets = new Set<string>();
  const rows = new Map<string, Set<number>>();
  let style = '';
  let depth = 0;
  let sheet = '';
  let row = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'style:style') style = attributes['style:name'] ?? '';
        else if (name === 'style:table-properties') {
          if (attributes['table:display'] === 'false') hiddenStyles.add(style);
        } else if (name === 'table:table') {
          depth += 1;
          if (depth > 1) return;
          sheet = attributes['table:name'] ?? '';
          row = 0;
          if (hiddenStyles.has(attributes['table:style-name'] ?? '')) sheets.add(sheet);
        } else if (name === 'table:table-row' && depth === 1) {
          const first = row + 1;
          row = Math.min(mostRows, row + Number(attributes['table:number-rows-repeated'] ?? 1));
          if ((attributes['table:visibility'] ?? 'visible') === 'visible') return;
          const hidden = rows.get(sheet) ?? new Set();
          for (let number = first; number <= row; number += 1) hidden.add(number);
          rows.set(sheet, hidden);
        }
      },
      onclosetag(name) {
        if (name === 'table:table') depth -= 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { sheets, rows };
}
