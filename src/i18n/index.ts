import { en } from './en';
import { zhCN, type Messages } from './zh-CN';

export type { Messages };

/** The product's name, shown in both languages side by side. */
export const brand = { zh: zhCN.brand, en: en.brand };

export const languages = { 'zh-CN': zhCN, en } as const satisfies Record<string, Messages>;

export type Language = keyof typeof languages;

/** The language for the first of a user's preferred tags that is spoken here; English for none. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'en';
}
