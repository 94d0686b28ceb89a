import { chooseLanguage, languages, type Language, type Messages } from '../i18n';
import { readStored, writeStored } from './stored';

export type Theme = 'system' | 'light' | 'dark';

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Language and appearance. */
export class Settings {
  #language = $state<Language>(storedLanguage() ?? chooseLanguage(navigator.languages));
  #theme = $state<Theme>(themes.find((theme) => theme === readStored('theme')) ?? 'system');

  get language(): Language {
    return this.#language;
  }

  set language(language: Language) {
    this.#language = language;
    writeStored('language', language);
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
    return languages[this.#language];
  }
}

function storedLanguage(): Language | undefined {
  const stored = readStored('language');
  return (Object.keys(languages) as Language[]).find((language) => language === stored);
}
