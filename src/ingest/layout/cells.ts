/** What a cell looks like, as far as finding a table needs to know. */
export const cellKinds = {
  blank: 0,
  /** A mark for "no value": it may stand in a column of any kind. */
  missing: 1,
  number: 2,
  date: 3,
  /** Short text with digits in it: FY09, 2023-Q1, chr2L:382, Z1-07. */
  code: 4,
  text: 5,
} as const;

export type CellKind = (typeof cellKinds)[keyof typeof cellKinds];

/** A cell read: its kind, and its value where it is a number (else NaN). */
export interface Cell {
  readonly kind: CellKind;
  readonly value: number;
  /** Decimal places of a number as written. */
  readonly decimals: number;
}

const marks = new Set(
  '- -- — —— － – / ／ \\ 无 缺 缺考 空 … .. ... . * ** x X Z N/A n/a #N/A NA N.A. n.a. null NULL NaN #DIV/0! #REF! #VALUE! √ ✓ ☆ × ✗ 是 否 有'.split(
    ' ',
  ),
);

const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const thousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
// 2023.5 is a number and 2023.5.1 a date
const dateForm =
  /^(?:(?:19|20)\d{2}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[-/]\d{1,2}(?:[-/]\d{1,2})?|\.\d{1,2}\.\d{1,2})|\d{1,2}([-/.])\d{1,2}\1(?:\d{2}|\d{4})|\d{1,2}[-/ ]?[A-Z][a-z]{2}[-/ ,]*\d{2,4}|[A-Z][a-z]{2}[-/ ]\d{2,4})(?:[T ]\d{1,2}:\d{2}.{0,12})?$|^\d{1,2}:\d{2}(?::\d{2}.{0,8})?$/;

const blank: Cell = { kind: cellKinds.blank, value: NaN, decimals: 0 };
const missing: Cell = { kind: cellKinds.missing, value: NaN, decimals: 0 };
const date: Cell = { kind: cellKinds.date, value: NaN, decimals: 0 };
const code: Cell = { kind: cellKinds.code, value: NaN, decimals: 0 };
const text: Cell = { kind: cellKinds.text, value: NaN, decimals: 0 };

/** Longer text is neither number, date nor code, and isn't looked at closely. */
const longestForm = 40;

/** Reads a cell for its kind. Full-width forms count as their plain ones. */
export function readCell(raw: string | null | undefined): Cell {
  if (raw === null || raw === undefined) return blank;
  const trimmed = raw.trim();
  if (trimmed === '') return blank;
  if (trimmed.length > longestForm) return text;
  // most cells of a long sheet are plain numbers, and the rest costs several times as much
  if (numberForm.test(trimmed)) return numberCell(trimmed);
  if (marks.has(trimmed) || /^(?:\[\w\]|[★☆]{1,7})$/.test(trimmed)) return missing;
  if (!/[\d０-９]/.test(trimmed)) return text;
  return readDigits(trimmed.normalize('NFKC'));
}

function readDigits(plain: string): Cell {
  if (dateForm.test(plain)) return date;
  const bare = bareNumber(plain);
  if (numberForm.test(bare)) return numberCell(bare);
  // a place among so many: 4/109
  if (/^\d{1,4}\/\d{2,4}$/.test(bare)) return numberCell(bare.slice(0, bare.indexOf('/')));
  if (thousands.test(bare)) return numberCell(bare.replaceAll(',', ''));
  return plain.length <= 24 && !isWords(plain) ? code : text;
}

/** Whether a text with digits in it is words all the same: 云溪镇(3个村), Appendix 2. */
function isWords(plain: string): boolean {
  let han = 0;
  for (const character of plain) if (character >= '\u4e00' && character <= '\u9fff') han += 1;
  return han > 3 || (plain.includes(' ') && /\p{L}{5,} /u.test(plain));
}

/** Takes off what money, shares, negatives and errors are written with: ($1,200), 95%, ¥12.5万, 25.5 (±1.3). */
function bareNumber(written: string): string {
  const plain = written.replace(/(?<=\d%?) ?\(±[\d.]+%?\)$/, '');
  const signed = /^\(([^()]+)\)$/.exec(plain)?.[1];
  const amount = (signed ?? plain).replace(/^[$€£¥]\s*|^([+-])[$€£¥]/, '$1');
  const bare = amount.replace(/\s*(?:%|‰|[万亿萬億]?[元圆圓]|[万亿萬億])$/, '');
  // (1) and (2) are numbered notes or columns, no negatives
  return signed !== undefined && /^\d{1,2}$/.test(bare) ? plain : bare;
}

function numberCell(bare: string): Cell {
  const mantissa = bare.split(/[eE]/, 1)[0] ?? '';
  const point = mantissa.indexOf('.');
  // a spreadsheet's export writes 350.0 for 350
  const fraction = point < 0 ? '' : mantissa.slice(point + 1).replace(/0+$/, '');
  return { kind: cellKinds.number, value: Number(bare), decimals: fraction.length };
}
