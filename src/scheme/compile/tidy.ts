/** Comments, texts and names, which are kept to the letter, or a line that a clause without content left blank. */
const pieces = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\n[ ]*(?=\n)/g;

/** A statement without blank lines. */
export function withoutBlankLines(statement: string): string {
  return statement.replaceAll(pieces, (piece) => (piece.startsWith('\n') ? '' : piece));
}
