import type { Messages } from './zh-CN';

export type { Messages };

/** The product's name, shown in both languages side by side. */
export const brand = { zh: '星旗', en: 'Starflag' } as const;

/** What each language calls itself. */
export const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

export type Language = keyof typeof languageNames;

/** The words of a language, which are fetched when it is first read. */
export const loadLanguage: Readonly<Record<Language, () => Promise<Messages>>> = {
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
  en: async () => (await import('./en')).en,
};

/** The language for the first of a user's preferred tags that is spoken here; English for none. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'en';
}
