/**
 * Where a message of the engine says that a statement is wrong: a place in its text, from 0; null where it says none.
 *
 * The message quotes the line (`LINE 2: … FROM nowhere`), cut short with dots where it is long, and sets a caret under
 * the place, counted in columns of a terminal: a Chinese character takes two.
 */
export function errorPlace(message: string, sql: string): number | null {
  const quote = [...message.matchAll(/^LINE (\d+): (.*)\n( *)\^/gm)].at(-1);
  if (!quote) return null;
  const [, number = '', quoted = '', caret = ''] = quote;
  const lines = sql.split('\n');
  const line = lines[Number(number) - 1];
  if (line === undefined) return null;
  const start = lines.slice(0, Number(number) - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const column = caret.length - `LINE ${number}: `.length;
  const cutBefore = quoted.startsWith('...') && !line.startsWith('...');
  const shown = cutBefore ? quoted.slice(3) : quoted;
  const piece = shown.endsWith('...') && !line.endsWith(shown) ? shown.slice(0, -3) : shown;
  const at = cutBefore ? line.indexOf(piece) : 0;
  if (at < 0) return null;
  const inPiece = charactersIn(piece, column - (cutBefore ? 3 : 0));
  return Math.min(start + at + inPiece, sql.length);
}

/** How many UTF-16 units of a text stand in so many columns. */
function charactersIn(text: string, columns: number): number {
  let width = 0;
  let units = 0;
  for (const character of text) {
    if (width >= columns) break;
    width += isWide(character) ? 2 : 1;
    units += character.length;
  }
  return units;
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u.test(
    character,
  );
}
