/** What the browser keeps between visits: choices and column meanings, never data. Values are checked by the reader. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(`starflag.${key}`);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where the browser keeps nothing (private windows, storage full) the choice holds for this visit. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(`starflag.${key}`, JSON.stringify(value));
  } catch {
    return;
  }
}

/** A text that this tab keeps until it is closed, over reloads; null takes it out. */
export function keepInTab(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(`starflag.${key}`);
    else sessionStorage.setItem(`starflag.${key}`, text);
  } catch {
    return;
  }
}

export function keptInTab(key: string): string | null {
  try {
    return sessionStorage.getItem(`starflag.${key}`);
  } catch {
    return null;
  }
}
