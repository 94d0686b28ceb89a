import { chooseLanguage, languageNames, loadLanguage, type Language, type Messages } from '../i18n';
import { readStored, writeStored } from './stored';

export type Theme = 'system' | 'light' | 'dark';

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Language and appearance. */
export class Settings {
  #t: Messages;
  #language = $state<Language>(firstLanguage());
  #theme = $state<Theme>(themes.find((theme) => theme === readStored('theme')) ?? 'system');

  /** @param words of the first language */
  constructor(words: Messages) {
    this.#t = $state.raw(words);
  }

  get language(): Language {
    return this.#language;
  }

  /** The words follow as soon as they are there; where they can't be had the language stays. */
  set language(language: Language) {
    const before = this.#language;
    this.#language = language;
    loadLanguage[language]().then(
      (words) => {
        if (this.#language !== language) return;
        this.#t = words;
        writeStored('language', language);
      },
      () => {
        if (this.#language === language) this.#language = before;
      },
    );
  }

  get theme(): Theme {
    return this.#theme;
  }

  set theme(theme: Theme) {
    this.#theme = theme;
    writeStored('theme', theme);
  }

  /** The words of the chosen language. */
  get t(): Messages {
    return this.#t;
  }
}

/** The language chosen before, else the browser's. */
export function firstLanguage(): Language {
  const stored = readStored('language');
  const known = Object.keys(languageNames) as Language[];
  return known.find((language) => language === stored) ?? chooseLanguage(navigator.languages);
}
