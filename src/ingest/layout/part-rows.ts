import type { LabelledRow } from './label-rows';

/**
 * Parts a sheet's rows into tables: a title or a header below data begins the next one, unless it is the same header
 * again. None where nothing is header or data.
 */
export function partRows(rows: readonly LabelledRow[]): LabelledRow[][] {
  return joinRepeats(joinLoose(partAtHeads(rows)));
}

/** Lines that stand over no table are notes of the one above them, or titles of the one below where they are the first. */
function joinLoose(parts: readonly LabelledRow[][]): LabelledRow[][] {
  const joined: LabelledRow[][] = [];
  let loose: LabelledRow[] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    if (part.some(({ label }) => label === 'header' || label === 'data')) {
      joined.push([...loose.map((row): LabelledRow => ({ ...row, label: 'title' })), ...part]);
      loose = [];
    } else if (above) above.push(...part.map((row): LabelledRow => ({ ...row, label: 'note' })));
    else loose.push(...part);
  }
  return joined;
}

/** Parts that each begin with titles or a header. Labels right over a header belong to what is below it. */
function partAtHeads(rows: readonly LabelledRow[]): LabelledRow[][] {
  const parts: LabelledRow[][] = [];
  let open: LabelledRow[] = [];
  let begun = false;
  for (const row of rows) {
    const starts = row.label === 'title' || row.label === 'header';
    if (starts && begun) {
      const loose = open.findLastIndex(({ label }) => label !== 'group') + 1;
      const taken = open.splice(loose);
      parts.push(open);
      open = taken;
      begun = false;
    }
    open.push(row);
    if (!starts && row.label !== 'group') begun = true;
  }
  return open.length > 0 ? [...parts, open] : parts;
}

/** A part under the same header as the one above, without words of its own between them, goes on with that table. */
function joinRepeats(parts: readonly LabelledRow[][]): LabelledRow[][] {
  const joined: LabelledRow[][] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    if (above && goesOn(above, part)) above.push(...part.map((one) => saidAgain(one, above)));
    else joined.push(titled(part));
  }
  return joined;
}

/** The title of a table that is printed again on its next page is no group. */
function saidAgain(one: LabelledRow, above: readonly LabelledRow[]): LabelledRow {
  const title = one.label === 'group' && textsOf(above, 'title').includes(textOf(one));
  return title ? { ...one, label: 'title' } : one;
}

/** A label over a header of its own is the title of its table. */
function titled(part: readonly LabelledRow[]): LabelledRow[] {
  const header = part.findIndex(({ label }) => label === 'header');
  return part.map((one, at) =>
    one.label === 'group' && at < header ? { ...one, label: 'title' } : one,
  );
}

function goesOn(above: readonly LabelledRow[], part: readonly LabelledRow[]): boolean {
  const texts = headerTexts(part);
  if (texts.length === 0) return false;
  const said = new Set(textsOf(above, 'title'));
  const newWords = textsOf(titled(part), 'title').some((text) => !said.has(text));
  return !newWords && headerTexts(above).slice(0, texts.length).join('\n') === texts.join('\n');
}

function headerTexts(part: readonly LabelledRow[]): string[] {
  return textsOf(part, 'header');
}

function textsOf(part: readonly LabelledRow[], label: LabelledRow['label']): string[] {
  return part.filter((one) => one.label === label).map(textOf);
}

function textOf({ row }: LabelledRow): string {
  return row.texts.join('\0');
}
