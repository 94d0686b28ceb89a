import { lit } from '../../sql/sql';

/** Texts, names and comments of a statement, or a parameter. */
const piece = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)/g;

/** A query with literals in place of its parameters; one without a value stays as it is. */
export function filledQuery(
  text: string,
  parameters: Readonly<Record<string, string | number | boolean | null>>,
): string {
  return text.replaceAll(piece, (whole, name: string | undefined) => {
    const given = name !== undefined && Object.hasOwn(parameters, name);
    return given ? lit(parameters[name] ?? null).text : whole;
  });
}
