/** The types under which a spreadsheet puts cells into the clipboard as text, the one that tells most first. */
const texts = ['text/tab-separated-values', 'text/plain'];
const page = 'text/html';

/**
 * The table of a clipboard: as a web page where that holds one, since it keeps merged cells, else as text; '' where there
 * is none.
 * @param read what the clipboard holds of a type; '' where nothing
 */
export function pastedTable(read: (type: string) => string): string {
  const html = read(page);
  // the page is handed on as UTF-8, whatever it says of itself
  if (/<table[\s>]/i.test(html)) return `\ufeff${html}`;
  return texts.map(read).find((text) => text.trim() !== '') ?? '';
}

/** The table of the system's clipboard. @throws where the browser does not allow reading it */
export async function clipboardTable(): Promise<string> {
  const held = new Map<string, string>();
  for (const item of await navigator.clipboard.read())
    for (const type of item.types.filter((one) => one === page || texts.includes(one)))
      held.set(type, await (await item.getType(type)).text());
  return pastedTable((type) => held.get(type) ?? '');
}
