import { isPhrase, type ClauseValue, type Phrase } from '../model/clause';
import { clauses as en } from './clauses.en';
import { clauses as zhCN } from './clauses.zh-CN';
import { number, percent, periodName, worded } from './format';
import type { Messages } from './zh-CN';

/** The words in which a language tells schemes: apart from the others, since only one page needs them. */
export function clauseWords(t: Messages): typeof zhCN {
  return t.locale === 'en' ? en : zhCN;
}

/** A sentence in order: words, and what the document says within them. */
export type Spoken = readonly (string | ClauseValue)[];

/** A phrase in a language, as words and values. */
export function spoken(t: Messages, { code, slots }: Phrase): Spoken {
  const join = clauseWords(t).joins[code] ?? t.common.listSeparator;
  // the names of places stand between the words
  return clauseWords(t)
    .phrases[code].split(/\{(\w+)\}/)
    .flatMap((part, index): Spoken => {
      if (index % 2 === 0) return part === '' ? [] : [part];
      return (slots[part] ?? []).flatMap((piece, place): Spoken => {
        const said = isPhrase(piece) ? spoken(t, piece) : [piece];
        return place === 0 ? said : [join, ...said];
      });
    });
}

/** A phrase in a language, as plain text. */
export function clauseText(t: Messages, phrase: Phrase): string {
  return spoken(t, phrase)
    .map((part) => (typeof part === 'string' ? part : valueText(t, part)))
    .join('');
}

/** One thing that the document says, in a language. */
export function valueText(t: Messages, { kind, path, value }: ClauseValue): string {
  if (value === null) return path === 'follows' ? clauseWords(t).noVersion : clauseWords(t).open;
  if (typeof value === 'object') return worded(t, value);
  if (kind === 'period') return periodName(t, String(value));
  if (typeof value === 'number') return kind === 'share' ? percent(t, value) : number(t, value);
  if (kind === 'outcome') return clauseWords(t).outcomes[String(value)] ?? String(value);
  return kind === 'choice' ? choiceText(t, path, value) : String(value);
}

/** The words of a choice: those of the longest end of its path that has any. */
function choiceText(t: Messages, path: string, value: string | boolean): string {
  const keys = path.replace(/\[\d+\]/g, '').split('.');
  for (let start = 0; start < keys.length; start += 1) {
    const words = clauseWords(t).choices[`${keys.slice(start).join('.')}.${value}`];
    if (words !== undefined) return words;
  }
  return String(value);
}
