import { lit, sql, type Sql } from '../../sql/sql';
import { pseudonymWords } from './kinds';
import { placeEnding, surnames } from './surnames';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const provinces = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123]|91';
const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const long = `(?:${provinces})\\d{4}(?:18|19|20)\\d{2}${day}\\d{3}[\\dX]`;
const short = `(?:${provinces})\\d{6}${day}\\d{3}`;
const mobile = '(?:\\+?86-?)?1[3-9]\\d{9}|1[3-9]\\d[- ]\\d{4}[- ]\\d{4}';
const landline = '0\\d{2,3}-\\d{7,8}(?:-\\d{1,6})?';

/** Numbers within text, with what phone numbers are written with, and whatever letters and digits they are part of. */
const run = '\\b1[3-9]\\d \\d{4} \\d{4}\\b|\\+?\\w+(?:[-.]\\w+)*';

/** Words before a person's name in titles and notes: 填表人：…. */
const label =
  '(?:填表人|填报人|制表人|审核人|审批人|负责人|联系人|责任人|经办人|统计人|复核人|户主|书记|主任|签字|签名)';

/** Up to five words in Latin letters: Anna Lee, O'Neill, J. P.; LEE, Anna. */
const letters = "\\p{Latin}[\\p{Latin}\\p{M}'’.\\-]*";
const latinName = `\\s*${letters}(?:,?\\s+${letters}){0,4}\\s*`;

/** Words that make a name one of a place or body, and words that a column of people holds beside names. */
const latinPlace =
  'villages?|towns?|townships?|county|district|community|city|province|state|republic|school|university|college|hospital|office|committee|department|bureau|company|inc|ltd|llc|co|road|street|avenue|yes|no|total|average|mean|good|fair|poor|excellent';

const wide = '０１２３４５６７８９';
const narrow = '0123456789';

/**
 * Macros that tell what of a person a cell holds, and replace it.
 * - `personal_key(text)`: a number or name without blanks and signs between, by which two writings of it are one.
 * - `is_id_key`, `is_bank_key`, `is_person_key`: of such a key; `is_phone`, `is_latin_name`: of a text as it is
 *   written.
 * - `pseudonym(salt, word, text)`: the same for the same text, not to be looked up without the salt.
 * - `personal_runs(text)`: the numbers within a text that are ones of a person; `named_persons(text)`: the names after a
 *   label such as 填表人.
 * - `mask_text(text, salt)`: the text with pseudonyms in place of both; where `salt` is NULL, with three asterisks.
 */
export const personalMacros: readonly Sql[] = [
  sql`
    CREATE OR REPLACE MACRO canon.plain_digits(cell) AS
      translate(cell, ${lit(wide)}, ${lit(narrow)})`,
  sql`
    CREATE OR REPLACE MACRO canon.personal_key(cell) AS
      regexp_replace(
        upper(regexp_replace(canon.plain_digits(cell), '[\s\x{3000}\x{A0}\-]', '', 'g')),
        '^\+?86(1\d{10})$', '\1'
      )`,
  sql`
    CREATE OR REPLACE MACRO canon.id_check(digits) AS
      substr(
        '10X98765432',
        CAST(1 + list_sum(
          list_transform(
            ${lit(JSON.stringify(weights))}::INTEGER[],
            lambda weight, place: weight * try_cast(digits[place] AS INTEGER)
          )
        ) % 11 AS INTEGER),
        1
      )`,
  sql`
    CREATE OR REPLACE MACRO canon.is_id_key(number) AS
      CASE
        WHEN regexp_full_match(number, ${lit(long)}) THEN canon.id_check(number) = number[18]
        ELSE regexp_full_match(number, ${lit(short)})
      END`,
  sql`
    CREATE OR REPLACE MACRO canon.is_phone(cell) AS
      regexp_full_match(canon.plain_digits(cell), ${lit(`\\s*(?:${mobile}|${landline})\\s*`)})`,
  // every second digit from the right counts double, its two digits added
  sql`
    CREATE OR REPLACE MACRO canon.is_bank_key(number) AS
      CASE
        WHEN regexp_full_match(number, '[3-6]\d{15,18}')
          THEN list_sum(
            list_transform(
              string_split(reverse(number), ''),
              lambda digit, place: CAST(digit AS INTEGER) * (2 - place % 2)
                - CASE WHEN place % 2 = 0 AND digit > '4' THEN 9 ELSE 0 END
            )
          ) % 10 = 0
        ELSE FALSE
      END`,
  sql`
    CREATE OR REPLACE MACRO canon.is_person_key(name) AS
      length(name) BETWEEN 2 AND 17
      AND (contains(${lit(surnames)}, name[1]) OR contains(name, '·'))
      AND regexp_full_match(name, '\p{Han}{2,4}|\p{Han}{1,8}·\p{Han}{1,8}')
      AND NOT regexp_matches(name, ${lit(`(?:${placeEnding})$`)})`,
  sql`
    CREATE OR REPLACE MACRO canon.is_latin_name(cell) AS
      length(cell) BETWEEN 2 AND 60
      AND regexp_full_match(cell, ${lit(latinName)})
      AND NOT regexp_matches(cell, ${lit(`(?i)\\b(?:${latinPlace})\\b`)})`,
  sql`
    CREATE OR REPLACE MACRO canon.pseudonym(salt, word, cell) AS
      word || '-' || left(md5(salt || chr(31) || word || chr(31) || canon.personal_key(cell)), 10)`,
  sql`
    CREATE OR REPLACE MACRO canon.personal_runs(cell) AS
      list_filter(
        list_distinct(regexp_extract_all(canon.plain_digits(cell), ${lit(run)})),
        lambda number: canon.is_phone(number) OR canon.is_id_key(upper(number))
      )`,
  sql`
    CREATE OR REPLACE MACRO canon.named_persons(cell) AS
      list_filter(
        list_distinct(
          regexp_extract_all(
            cell, ${lit(`${label}[\\s\\x{3000}]*[:：][\\s\\x{3000}]*(\\p{Han}{2,4}?)(?:$|[^\\p{Han}])`)}, 1
          )
        ),
        lambda name: canon.is_person_key(name)
      )`,
  sql`
    CREATE OR REPLACE MACRO canon.mask_text(cell, salt) AS
      list_reduce(
        list_concat(
          [canon.plain_digits(cell)], canon.personal_runs(cell), canon.named_persons(cell)
        ),
        lambda text, found: replace(
          text,
          found,
          coalesce(
            canon.pseudonym(
              salt,
              CASE
                WHEN regexp_matches(found, '\p{Han}') THEN ${lit(pseudonymWords.person)}
                WHEN canon.is_phone(found) THEN ${lit(pseudonymWords.phone)}
                ELSE ${lit(pseudonymWords.id)}
              END,
              found
            ),
            '***'
          )
        )
      )`,
];
