import { matchKey, plainText, stemOf } from '../names';

/** How Windows shows the bytes 0x80 to 0x9f, where they are not the characters of that number. */
const windowsCharacters = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const windowsBytes = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93,
  0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];
const byteOf = new Map([...windowsCharacters].map((shown, index) => [shown, windowsBytes[index]]));

const replaced = /\ufffd|\p{Script=Han}\?|\?\p{Script=Han}/u;
/** What replaced and freshly cleared bytes look like when they are read as GBK. */
const telltale = /锟斤拷|烫烫|屯屯屯|锘/;
/** Two or more bytes of Chinese shown as Western letters: ÇàºÌ (GBK), é’ç¦¾ (UTF-8). */
const western = new RegExp(
  `(?=[\\u0080-\\u00ff${windowsCharacters}]*[\\u00c0-\\u00ff])[\\u0080-\\u00ff${windowsCharacters}]{2,}`,
);

/** Whether bytes of a name were lost or misread on its way: 青?村, 锟斤拷, ÇàºÌ. */
export function lostBytes(name: string): boolean {
  return replaced.test(name) || telltale.test(name) || western.test(name);
}

/**
 * The one name among `names` that a damaged name can have been, to be offered and never applied; null where none or
 * several fit. Each lost character may stand for one or two.
 */
export function offer(name: string, names: readonly string[]): string | null {
  if (!lostBytes(name)) return null;
  const fits = fitting(name);
  if (!fits) return null;
  const found = new Map(
    names
      .filter((one) => !lostBytes(one) && fits(matchKey(one)))
      .map((one) => [matchKey(one), one]),
  );
  const [only] = found.values();
  return found.size === 1 ? (only ?? null) : null;
}

/** Whether a key can be the damaged name's; null where too little of the name is left to tell. */
function fitting(name: string): ((key: string) => boolean) | null {
  const read = reread(name);
  if (read.length > 0) return (key) => read.includes(key);
  const marked = matchKey(plainText(name).replaceAll('锟斤拷', '??').replaceAll('\ufffd', '?'));
  if (!/\p{Script=Han}/u.test(stemOf(marked)) || !marked.includes('?')) return null;
  const pattern = marked
    .split(/(\?+)/)
    .map((part) => (part.startsWith('?') ? `.{1,${2 * part.length}}` : escaped(part)))
    .join('');
  const whole = new RegExp(`^${pattern}$`, 'u');
  return (key) => whole.test(key);
}

/** Western letters read again as the bytes that they were: as UTF-8, as GB18030. */
function reread(name: string): string[] {
  if (!western.test(name)) return [];
  const bytes = [...name].map((shown) => byteOf.get(shown) ?? shown.codePointAt(0) ?? 0);
  if (bytes.some((byte) => byte > 0xff)) return [];
  return ['utf-8', 'gb18030'].flatMap((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes));
      return /\p{Script=Han}/u.test(text) ? [matchKey(text)] : [];
    } catch {
      return [];
    }
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
