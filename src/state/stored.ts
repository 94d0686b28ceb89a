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
