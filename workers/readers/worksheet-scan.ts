import { joinedBytes } from '../joined-bytes';
import { emptyFormulas, standsAt } from './uncalculated';

/** A cell with its formula is no longer than this. */
const longest = 64 * 1024;

const encoder = new TextEncoder();
const hiddenMarks = [' hidden="1"', ' hidden="true"'].map((text) => encoder.encode(text));
const rowStart = encoder.encode('<row ');
const less = 0x3c;
const greater = 0x3e;
const letterH = 0x68;
const letterC = 0x63;
const letterR = 0x72;

/**
 * Looks through the XML of a worksheet that arrives piece by piece for what the library doesn't tell: formulas without
 * a value, and hidden rows, which it reads only along with a cell for every style of a blank sheet.
 */
export class WorksheetScan {
  /** Whether a formula has no value. */
  uncalculated = false;
  readonly hiddenRows = new Set<number>();
  #rest = new Uint8Array(0);

  push(chunk: Uint8Array): void {
    const whole = joinedBytes([this.#rest, chunk]);
    this.uncalculated ||= emptyFormulas(whole).next().done !== true;
    this.#findHidden(whole);
    this.#rest = whole.slice(lastStart(whole));
  }

  #findHidden(xml: Uint8Array): void {
    for (let at = xml.indexOf(letterH); at >= 0; at = xml.indexOf(letterH, at + 1)) {
      if (!hiddenMarks.some((mark) => standsAt(xml, at - 1, mark))) continue;
      const start = xml.lastIndexOf(less, at);
      const end = xml.indexOf(greater, at);
      if (start < 0 || end < 0 || !standsAt(xml, start, rowStart)) continue;
      const tag = new TextDecoder().decode(xml.subarray(start, end));
      const row = / r="(\d+)"/.exec(tag)?.[1];
      if (row !== undefined) this.hiddenRows.add(Number(row));
    }
  }
}

/** Where the last row or cell begins: it may be cut by the end of the piece. */
function lastStart(xml: Uint8Array): number {
  const lowest = Math.max(0, xml.length - longest);
  for (let at = xml.lastIndexOf(less); at >= lowest; at = xml.lastIndexOf(less, at - 1)) {
    const next = xml[at + 1];
    if (next === letterC || next === letterR || next === undefined) return at;
    if (at === 0) break;
  }
  return lowest;
}
