/** Names of the columns of a raw table: headers made unique without regard to case; a letter where the header is blank. */
export function columnNames(
  headers: readonly (string | null)[],
  letters: readonly string[],
): string[] {
  const taken = new Set(['source_row']);
  return headers.map((header, index) => {
    const base = header?.trim().replaceAll('\0', '') || (letters[index] ?? '');
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base}_${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
