import { joinedBytes } from '../joined-bytes';

/** Leads and trails of the characters of two bytes. */
const firstLead = 0x81;
const lastLead = 0xfe;
const firstTrail = 0x40;

/** UTF-16 code units by lead and trail; 0 where two bytes are no character of their own. Made by the platform's decoder. */
function twoByteCharacters(): Uint16Array {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const units = new Uint16Array((lastLead - firstLead + 1) << 8);
  for (let lead = firstLead; lead <= lastLead; lead += 1) {
    for (let trail = firstTrail; trail <= lastLead; trail += 1) {
      if (trail === 0x7f) continue;
      try {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (text.length === 1) units[((lead - firstLead) << 8) | trail] = text.charCodeAt(0);
      } catch {
        continue;
      }
    }
  }
  return units;
}

let units: Uint16Array | null = null;

/**
 * Writes GB18030 as UTF-8, piece by piece. The platform's decoder and encoder, one after the other, take as long as all
 * else that is done with a text; they are left the lines that hold characters of four bytes or broken ones.
 */
export class Gb18030Transcoder {
  /** Some bytes could not be read and stand as U+FFFD. */
  replaced = false;
  readonly #units = (units ??= twoByteCharacters());
  readonly #encoder = new TextEncoder();
  #out = new Uint8Array();
  /** What goes on in the next piece: the lead of a character, or a line from something rare on. */
  #rest = new Uint8Array();

  /** @returns what can be written so far; it holds until the next call */
  utf8(piece: Uint8Array): Uint8Array<ArrayBuffer> {
    const bytes = this.#rest.length > 0 ? joinedBytes([this.#rest, piece]) : piece;
    // two bytes become three at the most
    if (this.#out.length < bytes.length * 1.5) this.#out = new Uint8Array(bytes.length * 2);
    const parts: Uint8Array[] = [];
    let at = 0;
    for (;;) {
      const { read, written } = this.#plain(bytes, at);
      parts.push(this.#out.subarray(0, written));
      const end = behindLine(bytes, read);
      if (end === null) {
        this.#rest = bytes.slice(read);
        return parts.length === 1 ? this.#out.subarray(0, written) : joinedBytes(parts);
      }
      parts[parts.length - 1] = this.#out.slice(0, written);
      parts.push(this.#decoded(bytes.subarray(read, end)));
      at = end;
    }
  }

  /** @returns what is left when there are no more pieces */
  end(): Uint8Array<ArrayBuffer> {
    return this.#decoded(this.#rest);
  }

  /**
   * Writes characters of one and two bytes.
   * @returns up to where it read, which is the end, a lead at the end, or something rare; and how much it wrote
   */
  #plain(bytes: Uint8Array, from: number): { read: number; written: number } {
    const table = this.#units;
    const out = this.#out;
    const { length } = bytes;
    let at = from;
    let end = 0;
    while (at < length) {
      const lead = bytes[at] as number;
      if (lead < 0x80) {
        out[end] = lead;
        at += 1;
        end += 1;
        continue;
      }
      if (lead < firstLead || lead > lastLead || at + 1 === length) break;
      const unit = table[((lead - firstLead) << 8) | (bytes[at + 1] as number)] as number;
      if (unit >= 0x800) {
        out[end] = 0xe0 | (unit >> 12);
        out[end + 1] = 0x80 | ((unit >> 6) & 0x3f);
        out[end + 2] = 0x80 | (unit & 0x3f);
        end += 3;
      } else if (unit > 0) {
        out[end] = 0xc0 | (unit >> 6);
        out[end + 1] = 0x80 | (unit & 0x3f);
        end += 2;
      } else break;
      at += 2;
    }
    return { read: at, written: end };
  }

  #decoded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const text = new TextDecoder('gb18030').decode(bytes);
    this.replaced ||= text.includes('\ufffd');
    return this.#encoder.encode(text);
  }
}

/** Behind the mark of the line's end, which is part of no longer character; null where the line goes on. */
function behindLine(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; at += 1)
    if (bytes[at] === 0x0a || bytes[at] === 0x0d) return at + 1;
  return null;
}
