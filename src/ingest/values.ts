import { join, lit, sql, type Sql } from '../sql/sql';
import { missingMarks, noMarks, numerals, scales, yesMarks } from './marks';
import { plainNumber } from './plain-number';

/** Characters that are written in several ways, each list with the one that is read. */
const forms: readonly (readonly [written: string, read: string])[] = [
  ['０１２３４５６７８９．＋，％‱（）／￥＜＞＃＊', '0123456789.+,%‱()/¥<>#*'],
  // a dash that is as long as a character (—) marks a missing value, and is no minus
  ['−－–‐‑﹣', '------'],
  ['\u3000\u00a0\u2007\u2009\u202f', '     '],
  // traditional characters of units, scales, marks and numerals
  [
    '萬億餘約為過個顆戶畝項條處級場歲噸組兩無暫報評參棄適並',
    '万亿余约为过个颗户亩项条处级场岁吨组两无暂报评参弃适并',
  ],
  // nothing is read for what can't be seen
  ['\u200b\u200c\u200d\ufeff', ''],
];
const written = forms.map(([from]) => from).join('');
const read = forms.map(([, to]) => to).join('');

/** Units that a number may carry in its cell. Money is 元, whatever its scale. */
const units =
  '个百分点|百分点|平方米|平方公里|公里|人次|户次|颗星|星级|[元分人户颗个亩名位次项件家星★票米吨场天岁条处座所支组村%‰]|㎡';

const numeralDigits = '零〇一二两兩三四五六七八九十';

/** A figure as a cell writes it, each of its parts in a group of that name. */
const figure: readonly (readonly [name: string | null, pattern: string])[] = [
  [null, '(?:并列)?'],
  ['ordinal', '(第)?\\s*'],
  ['before', '(约为?|大约|近|超过?|逾|不足|不到|至少|[<>≤≥])?\\s*'],
  ['sign', '([-+△▲])?\\s*(?:'],
  [
    'digits',
    '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?|\\d+\\.?\\d*|\\.\\d+)',
  ],
  ['exponent', '(?:[eE]([+-]?\\d{1,3}))?|'],
  ['numeral', '([二三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九]))\\s*'],
  ['many', '([余多])?\\s*'],
  [
    'scale',
    `(${Object.keys(scales)
      .sort((a, b) => b.length - a.length)
      .join('|')})?\\s*`,
  ],
  ['odd', '([余多])?\\s*'],
  ['unit', `(${units})?\\s*`],
  ['more', '([余多])?\\s*'],
  ['around', '(以上|以下|以内|左右|上下|\\+)?'],
  // 4/109 is the fourth of 109, or four parts of them
  ['whole', '(?:\\s*/\\s*(\\d{2,9})\\s*[名位]?)?'],
];
const figurePattern = `^${figure.map(([, pattern]) => pattern).join('')}$`;
const figureParts = figure.flatMap(([name]) => (name === null ? [] : [lit(name)]));

/** A pattern of cells that hold one of these marks and nothing else. */
const oneOf = (marks: readonly string[]) =>
  lit(`(?i)[\\s\\x{3000}]*(${marks.join('|')})[\\s\\x{3000}]*`);

/** A list as one text that is split: a literal for each word makes statements slow to plan. */
const oneText = (words: readonly string[]) => sql`string_split(${lit(words.join(' '))}, ' ')`;

const scaleCases = join(
  Object.entries(scales).map(([word, power]) => sql`WHEN ${lit(word)} THEN ${lit(power)}`),
  ' ',
);

/**
 * Macros of the canon floor that read text cells. They are macros so that the views that use them stay readable.
 * - `plain_text(text)`: without blanks at both ends (U+3000 too), NULL where nothing is left.
 * - `is_missing(text)`: blank, or a mark that means no value.
 * - `simple_digits(text)`: the digits of a cell that needs no more reading, as most do; sheets hold millions of them. Else NULL.
 * - `read_mark(text)`: DOUBLE; 1 and 0 for √ and ×, 是 and 否, and the stars won of ★★★☆. NULL where it is no mark.
 * - `figure(text)`: the parts of a number as it is written, with its unit and qualifier; each '' where absent.
 * - `percent_digits(text)`: the same of a column that may hold shares; 95.1% is 95.1.
 * - `figure_value(figure, unit, power, own_unit)`: DOUBLE in the unit of the column; `figure_amount(figure, power)`: yuan.
 * - `unit_in_cell(figure)`: the unit or power of ten that a cell names itself; NULL where it names none.
 * - `qualifier(figure)`: 'at_least', 'about', 'below', or NULL where the number is exact.
 * - `read_number(text)`: DOUBLE; what a cell of a column without a unit comes to. NULL where it is no number: 4/109 is
 *   none unless it says that it is a place, 第4名/109, for it may be a day or a share.
 */
export function valueMacros(): Sql[] {
  return [...textMacros, ...markMacros, ...figureMacros, ...numberMacros];
}

const textMacros = [
  sql`
    CREATE OR REPLACE MACRO canon.plain_text(cell) AS
      nullif(regexp_replace(cell, '^[\s\x{3000}\x{A0}]+|[\s\x{3000}\x{A0}]+$', '', 'g'), '')`,
  sql`
    CREATE OR REPLACE MACRO canon.usual_forms(cell) AS
      trim(translate(canon.plain_text(cell), ${lit(written)}, ${lit(read)}))`,
  sql`
    CREATE OR REPLACE MACRO canon.is_missing(cell) AS
      list_contains(
        ${oneText(missingMarks)},
        upper(replace(coalesce(canon.usual_forms(cell), ''), ' ', ''))
      )`,
  sql`
    CREATE OR REPLACE MACRO canon.simple_digits(cell) AS
      CASE
        WHEN regexp_full_match(cell, ${lit(plainNumber)}) THEN cell
        -- a comma counts only where it parts thousands: 90,5 may mean 90.5, and is not guessed
        WHEN regexp_full_match(cell, '-?\d{1,3}(,\d{3}){1,3}(\.\d{1,9})?') THEN replace(cell, ',', '')
      END`,
  sql`
    CREATE OR REPLACE MACRO canon.percent_digits(cell) AS
      coalesce(
        canon.simple_digits(cell),
        CASE WHEN regexp_full_match(cell, '-?\d{1,14}(\.\d{1,9})?%') THEN rtrim(cell, '%') END
      )`,
];

const markMacros = [
  sql`
    CREATE OR REPLACE MACRO canon.is_tick(cell) AS
      regexp_full_match(cell, ${oneOf([...yesMarks, ...noMarks])})`,
  sql`
    CREATE OR REPLACE MACRO canon.read_mark(cell) AS
      CASE
        WHEN regexp_full_match(cell, ${oneOf(yesMarks)}) THEN 1.0::DOUBLE
        WHEN regexp_full_match(cell, ${oneOf(noMarks)}) THEN 0.0::DOUBLE
        WHEN regexp_full_match(cell, '[\s\x{3000}]*([★☆][\s\x{3000}]*)+')
          THEN CAST(length(regexp_replace(cell, '[^★]', '', 'g')) AS DOUBLE)
        WHEN regexp_full_match(cell, '\s*★\s*[xX×*]\s*[0-9]{1,2}\s*')
          THEN CAST(regexp_extract(cell, '[0-9]+') AS DOUBLE)
      END`,
];

const figureMacros = [
  // negatives in brackets get a minus: (1,234.5) is -1234.5; a currency sign in front becomes the unit behind
  sql`
    CREATE OR REPLACE MACRO canon.figure_text(cell) AS
      CASE
        WHEN regexp_matches(cell, '[(（¥￥]')
          THEN regexp_replace(
            regexp_replace(canon.usual_forms(cell), '^\(\s*([¥\d.][^()]*?)\s*\)', '-\1'),
            '^([-+]?)\s*¥\s*([-+]?)\s*(.*?)元?$', '\1\2\3元'
          )
        ELSE canon.usual_forms(cell)
      END`,
  // most cells without a digit are words, and looking for one is cheap
  sql`
    CREATE OR REPLACE MACRO canon.figure(cell) AS
      CASE
        WHEN regexp_matches(cell, ${lit(`[\\d０-９${numeralDigits}]`)})
          THEN regexp_extract(
            canon.figure_text(cell),
            ${lit(figurePattern)},
            [${join(figureParts)}]
          )
      END`,
  sql`
    CREATE OR REPLACE MACRO canon.qualifier(figure) AS
      CASE
        WHEN coalesce(figure.before || figure.many || figure.odd || figure.more || figure.around, '') = ''
          THEN NULL
        WHEN figure.before IN ('不足', '不到', '<', '≤') OR figure.around IN ('以下', '以内') THEN 'below'
        WHEN figure.before IN ('约', '约为', '大约', '近') OR figure.around IN ('左右', '上下') THEN 'about'
        ELSE 'at_least'
      END`,
  sql`
    CREATE OR REPLACE MACRO canon.unit_in_cell(figure) AS
      CASE WHEN figure.scale <> '' OR figure.unit = '元' THEN figure.scale || figure.unit END`,
  // a unit in the cell says its power of ten itself; else the column does
  sql`
    CREATE OR REPLACE MACRO canon.figure_power(figure, bare, own) AS
      coalesce(try_cast(figure.exponent AS INTEGER), 0) +
      CASE
        WHEN figure.scale = '' AND figure.unit = '' THEN bare
        ELSE own + CASE figure.scale ${scaleCases} ELSE 0 END
      END`,
  // △ stands for a minus in accounts; ▲ does in some, and is an arrow upwards in other tables
  sql`
    CREATE OR REPLACE MACRO canon.figure_digits(figure) AS
      translate(figure.sign, '△▲+', '--') ||
      CASE
        WHEN figure.digits <> '' THEN replace(replace(figure.digits, ',', ''), ' ', '')
        -- alone, the numeral one can't be told from a dash
        WHEN figure.numeral = '一' AND figure.ordinal || figure.scale || figure.unit = '' THEN NULL
        WHEN figure.numeral IN ('零', '〇') THEN '0'
        ELSE CAST(
          list_position(${oneText(numerals)}, replace(figure.numeral, '两', '二')) AS VARCHAR
        )
      END`,
];

const numberMacros = [
  // of so many: no more than those, and a plain number
  sql`
    CREATE OR REPLACE MACRO canon.is_within(figure) AS
      figure.whole = ''
      OR (
        figure.numeral || figure.scale || figure.exponent || figure.sign = ''
        AND try_cast(figure.digits AS DOUBLE) <= try_cast(figure.whole AS DOUBLE)
      )`,
  sql`
    CREATE OR REPLACE MACRO canon.is_place(figure) AS
      figure.ordinal <> '' OR figure.unit IN ('名', '位')`,
  // in the unit of the column, a power of ten of a plain one; another unit in the cell counts where the column's is not its own
  sql`
    CREATE OR REPLACE MACRO canon.figure_value(figure, unit, power, own_unit) AS
      CASE
        WHEN figure.sign <> '▲' AND canon.is_within(figure) AND (NOT own_unit OR figure.unit IN ('', unit))
          -- beyond this a number is a code or a slip, and no figure of the field
          THEN list_filter(
            [try_cast(
              canon.figure_digits(figure) || 'e' || canon.figure_power(
                figure,
                0,
                CASE WHEN figure.unit IN ('', coalesce(unit, '')) THEN -power ELSE 0 END
              ) AS DOUBLE
            )],
            lambda number: abs(number) < 1e15
          )[1]
      END`,
  // yuan to the hundredth, from the digits themselves; the power is that of the column's unit
  sql`
    CREATE OR REPLACE MACRO canon.figure_amount(figure, power) AS
      CASE
        WHEN figure.ordinal = '' AND figure.whole = '' AND figure.unit IN ('', '元')
          THEN canon.to_yuan(canon.figure_digits(figure), canon.figure_power(figure, power, 0))
      END`,
  // 17 digits hold every sum below 1e15
  sql`
    CREATE OR REPLACE MACRO canon.to_yuan(digits, power) AS
      try_cast(digits || 'e' || power AS DECIMAL(17, 2))`,
  sql`
    CREATE OR REPLACE MACRO canon.read_number(cell) AS
      CASE
        WHEN canon.simple_digits(cell) IS NOT NULL THEN CAST(canon.simple_digits(cell) AS DOUBLE)
        ELSE coalesce(
          list_transform(
            list_filter([canon.figure(cell)], lambda found: found.whole = '' OR canon.is_place(found)),
            lambda found: canon.figure_value(found, NULL, 0, FALSE)
          )[1],
          canon.read_mark(cell)
        )
      END`,
];
