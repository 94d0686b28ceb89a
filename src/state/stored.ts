/** What is said of the data: it belongs to a workspace, and stands with it as soon as one is open. */
const ofWorkspace = [
  'mappings',
  'layouts',
  'tables',
  'crosswalk',
  'schemes',
  'scheme-drafts',
] as const;

export type WorkspaceKey = (typeof ofWorkspace)[number];
export type WorkspaceValues = Readonly<Partial<Record<WorkspaceKey, unknown>>>;

const prefix = 'starflag.';

/** The values of the open workspace; null while none is open, and where the browser keeps none. */
let opened: WorkspaceValues | null = null;
const readers = new Set<() => void>();
const watchers = new Set<() => void>();

/** What the browser keeps between visits: choices and column meanings, never data. Values are checked by the reader. */
export function readStored(key: string): unknown {
  if (opened && isOfWorkspace(key)) return opened[key] ?? null;
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where the browser keeps nothing (private windows, storage full) the choice holds for this visit. */
export function writeStored(key: string, value: unknown): void {
  if (opened && isOfWorkspace(key)) opened = { ...opened, [key]: value };
  else store(key, value);
  if (isOfWorkspace(key)) for (const watch of watchers) watch();
}

/** What is said of the data now, whoever keeps it. */
export function workspaceValues(): WorkspaceValues {
  return Object.fromEntries(
    ofWorkspace.flatMap((key) => {
      const value = readStored(key);
      return value === null ? [] : [[key, value]];
    }),
  );
}

/** From now on a workspace keeps what is said of the data; what the browser kept of it by itself goes over into it. */
export function moveIntoWorkspace(): void {
  opened ??= workspaceValues();
  for (const key of ofWorkspace) unstore(key);
}

/** Takes what a workspace says in place of what is said now. */
export function reopenValues(values: WorkspaceValues): void {
  opened = values;
  for (const read of readers) read();
}

/** No workspace is open any more: of what was said, only these stay with the browser. */
export function closeValues(staying: readonly WorkspaceKey[]): void {
  const values = workspaceValues();
  opened = null;
  for (const key of ofWorkspace) {
    if (staying.includes(key) && values[key] !== undefined) store(key, values[key]);
    else unstore(key);
  }
  for (const read of readers) read();
}

/** Forgets everything but the choices of language and appearance. */
export function forgetStored(): void {
  opened = null;
  for (const key of [...ofWorkspace, 'salt', 'workspace']) unstore(key);
}

/** @param read called when the values of another workspace are to be read */
export function onReopened(read: () => void): void {
  readers.add(read);
}

/** @param watch called when what is said of the data was changed */
export function onWritten(watch: () => void): void {
  watchers.add(watch);
}

function isOfWorkspace(key: string): key is WorkspaceKey {
  return (ofWorkspace as readonly string[]).includes(key);
}

function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    return;
  }
}

function unstore(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
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
