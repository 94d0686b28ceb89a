import { toUtf8 } from './text';

/**
 * The text of a web page: UTF-8 where every byte agrees, else as the page itself says, else by its bytes.
 * @param label the encoding that is said outside of the page
 */
export async function markupText(bytes: Uint8Array<ArrayBuffer>, label?: string): Promise<string> {
  const marked =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const said = marked ? null : (decoderOf(label) ?? decoderOf(labelIn(bytes)));
  try {
    if (said) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (said && said.encoding !== 'utf-8') return said.decode(bytes);
  }
  const { utf8 } = await toUtf8(new Blob([bytes]), () => undefined);
  return utf8.text();
}

/** The encoding named in the head of a page. */
function labelIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

function decoderOf(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null;
  try {
    const decoder = new TextDecoder(label);
    // pages that say GB2312 use characters of its successors
    return decoder.encoding === 'gbk' ? new TextDecoder('gb18030') : decoder;
  } catch {
    return null;
  }
}
