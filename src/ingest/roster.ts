import { finding, type Finding } from '../model/finding';
import type { Subject } from '../model/subject';

/** The words by which a row names its subject, and where they stand first. */
export interface Mention {
  /** `raw` table. */
  readonly table: string;
  readonly code: string | null;
  readonly district: string | null;
  readonly town: string | null;
  readonly name: string | null;
  readonly track: string | null;
  /** First row with these words, and how many rows have them. */
  readonly row: number;
  readonly count: number;
}

/** A mention, recognised: rows with this key belong to this subject. */
export interface Alias {
  readonly key: string;
  readonly subject: string;
}

export interface Roster {
  readonly subjects: readonly Subject[];
  readonly aliases: readonly Alias[];
  /** Findings carry the table in `file`; the caller knows the file's and the sheet's name. */
  readonly findings: readonly Finding[];
}

/** Key of the words of a row; `mentionKey` in SQL (`canon.mention_key`) must give the same. */
export function mentionKey(mention: Pick<Mention, 'code' | 'district' | 'town' | 'name'>): string {
  return [mention.code, mention.district, mention.town, mention.name]
    .map((part) => part ?? '')
    .join('\u001f');
}

const totals =
  /^(?:.*(?:小计|合计|总计)|共计|累计|全(?:镇|区|县|街道)?平均|平均(?:数|值|分)?|均值|中位数|最高分|最低分|(?:注|备注|说明|填表人|审核人?|填报人|制表人?)[:：]?.*)$/;

/** A name without blanks and in plain forms; only for comparison, never stored. */
function plain(text: string | null): string {
  return (text ?? '').normalize('NFKC').replaceAll(/\s+/g, '');
}

/** A name with its kind as one word, so that 青禾村 and 青禾村村民委员会 compare equal; 前进村 and 前进社区 stay two. */
function canonical(name: string | null): string {
  return plain(name)
    .replace(/村?(?:村民委员会|村委会)$/, '村')
    .replace(/(?:社区)?(?:居民委员会|居委会)$/, '社区');
}

/** A name without its kind. */
function bare(name: string | null): string {
  return canonical(name).replace(/(?:村|社区)$/, '');
}

/** A code as a key; one that a spreadsheet has shortened (3.40207E+11) stands for many and names none. */
function codeOf(mention: Mention): string | null {
  const code = plain(mention.code);
  return code === '' || /^\d(?:\.\d+)?E\+?\d+$/i.test(code) ? null : code;
}

/**
 * Matches every mention to a subject. Where some table is a roster (it names subjects and carries no figures) its
 * subjects are the list; otherwise every subject that a table names is on it. Matching goes by code, then by name
 * within the town (in any town where the row names none), then by a name that one side writes without 村 or 社区.
 */
export function matchRoster(
  mentions: readonly Mention[],
  rosterTables: ReadonlySet<string>,
): Roster {
  const named: Mention[] = [];
  const findings: Finding[] = [];
  for (const mention of mentions) {
    if (plain(mention.name) !== '' && !isTotal(mention)) named.push(mention);
    else findings.push(setAside(mention));
  }
  const listed = named.filter((mention) => rosterTables.has(mention.table));
  // a row with nothing but a code can be recognised, yet says too little to make a village of
  const telling = named.filter((mention) => plain(mention.name) !== plain(mention.code));
  const register = collectSubjects(listed.length > 0 ? listed : telling);
  const aliases = new Map<string, string>();
  for (const mention of named) {
    const found = register.find(mention);
    const subject = found.length === 1 ? found[0] : undefined;
    if (!subject) {
      findings.push(unrecognised(mention, found));
      continue;
    }
    const doubt = nameDoubt(mention, subject, register);
    if (doubt) findings.push(doubt);
    if (doubt?.code === 'code_conflict') continue;
    aliases.set(mentionKey(mention), subject.id);
    register.learnTrack(subject.id, mention.track);
    const conflict = trackConflict(mention, subject);
    if (conflict) findings.push(conflict);
  }
  return {
    subjects: register.subjects,
    aliases: [...aliases].map(([key, subject]) => ({ key, subject })),
    findings,
  };
}

/** 合计：, 合计(2个村) and 平均数 are no villages. */
function isTotal(mention: Mention): boolean {
  const words = plain(plain(mention.name) === '' ? mention.town : mention.name);
  return (
    totals.test(words.replace(/\([^()]*\)$/, '').replace(/:$/, '')) ||
    /^(?:备?注|说明):/.test(words)
  );
}

/** A town as one word: 甲街道办事处 and 甲街道 are one. */
function placeKey(town: string | null): string {
  return plain(town)
    .replace(/街道(?:办事处|办)$/, '街道')
    .replace(/([镇乡])人民政府$/, '$1');
}

function setAside(mention: Mention): Finding {
  const place = { file: mention.table, row: mention.row, count: mention.count };
  if (isTotal(mention))
    return finding('total_row', { ...place, value: mention.name ?? mention.town });
  return finding('name_missing', place);
}

function unrecognised(mention: Mention, found: readonly Subject[]): Finding {
  const value = [mention.town, mention.name].filter(Boolean).join(' ');
  const place = { file: mention.table, row: mention.row, count: mention.count, value };
  if (found.length === 0) return finding('subject_unmatched', place);
  const about = found
    .map((subject) => [subject.town, subject.name].filter(Boolean).join(' '))
    .join('、');
  return finding('subject_ambiguous', { ...place, about });
}

/**
 * One subject a code; a mention without a code belongs to the subject of its name. Codes come first and rows that
 * name their town before those that don't, so that the order of files and rows makes no difference.
 */
function collectSubjects(mentions: readonly Mention[]): Register {
  const register = new Register();
  const coded = mentions.filter((mention) => codeOf(mention) !== null);
  const uncoded = mentions.filter((mention) => codeOf(mention) === null);
  const placed = uncoded.filter((mention) => plain(mention.town) !== '');
  const loose = uncoded.filter((mention) => plain(mention.town) === '');
  for (const mention of [...coded, ...placed, ...loose]) register.enter(mention);
  return register;
}

/** A code whose row bears another name: renamed, or the codes of two rows were exchanged. */
function nameDoubt(mention: Mention, subject: Subject, register: Register): Finding | null {
  if (codeOf(mention) === null || plain(mention.name) === plain(mention.code)) return null;
  if (register.bears(subject.id, mention.name)) return null;
  const others = register
    .find({ ...mention, code: null })
    .filter((other) => other.id !== subject.id);
  const { table, row, count, name } = mention;
  const code = others.length > 0 ? 'code_conflict' : 'name_differs';
  return finding(code, { file: table, row, count, value: name, about: subject.name });
}

function trackConflict(mention: Mention, subject: Subject): Finding | null {
  const { table, row, count, track } = mention;
  if (track === null || subject.track === null || plain(track) === plain(subject.track))
    return null;
  const about = `${subject.name} ${subject.track}`;
  return finding('track_conflict', { file: table, row, count, value: track, about });
}

function toSubject(mention: Mention): Subject {
  const code = codeOf(mention);
  const name = trimmed(mention.name) ?? '';
  const town = trimmed(mention.town);
  const district = trimmed(mention.district);
  return {
    id: code ?? [district, town, name].filter(Boolean).join('/'),
    code,
    name,
    kind: kindOf(code, name),
    district,
    town,
    track: trimmed(mention.track),
  };
}

/** The village part of a 12-digit code tells the kind (below 200 a community); else the name does. */
function kindOf(code: string | null, name: string): Subject['kind'] {
  if (code !== null && /^\d{12}$/.test(code))
    return Number(code.slice(9)) < 200 ? 'community' : 'village';
  return /社区|居委会|居民委员会/.test(name) ? 'community' : 'village';
}

function trimmed(text: string | null): string | null {
  return text?.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/g, '') || null;
}

/** Subjects under every name that they were given. */
class Register {
  readonly #subjects = new Map<string, Subject>();
  readonly #byName = new Map<string, Naming[]>();
  readonly #byBareName = new Map<string, Naming[]>();
  readonly #tracks = new Map<string, string>();

  get subjects(): Subject[] {
    return [...this.#subjects.values()];
  }

  /** Adds the subject of a mention, or what the mention adds to one that is known. */
  enter(mention: Mention): void {
    const known = this.#known(mention);
    if (known === 'several') return;
    const subject = known ?? toSubject(mention);
    this.#subjects.set(subject.id, {
      ...subject,
      track: this.#spelling(subject.track ?? mention.track),
    });
    const { district, town } = mention;
    const naming = { id: subject.id, name: canonical(mention.name), district, town };
    push(this.#byName, naming.name, naming);
    push(this.#byBareName, bare(mention.name), naming);
  }

  /** Whether a subject was entered under this name, or one that differs in its kind alone. */
  bears(id: string, name: string | null): boolean {
    return (this.#byBareName.get(bare(name)) ?? []).some((naming) => naming.id === id);
  }

  /** A track from a score sheet, where the roster gives none. */
  learnTrack(id: string, track: string | null): void {
    const subject = this.#subjects.get(id);
    if (subject?.track === null)
      this.#subjects.set(id, { ...subject, track: this.#spelling(track) });
  }

  /** One class written in several ways (A类, Ａ类) is one track, under its first spelling. */
  #spelling(track: string | null): string | null {
    const words = trimmed(track);
    if (words === null) return null;
    const known = this.#tracks.get(plain(words)) ?? words;
    this.#tracks.set(plain(words), known);
    return known;
  }

  /** The subjects that a mention may mean: one, several, or none. */
  find(mention: Mention): readonly Subject[] {
    const byCode = this.#subjects.get(codeOf(mention) ?? '');
    if (byCode) return [byCode];
    const name = canonical(mention.name);
    const isBare = name === bare(name);
    const loosely = this.#byBareName.get(bare(name)) ?? [];
    const candidates = [
      this.#byName.get(name) ?? [],
      loosely.filter((naming) => isBare || naming.name === bare(naming.name)),
    ];
    const found = candidates
      .map((list) => list.filter((naming) => agrees(naming, mention)))
      .find((list) => list.length > 0);
    return [...new Set(found?.map((naming) => naming.id))].flatMap(
      (id) => this.#subjects.get(id) ?? [],
    );
  }

  #known(mention: Mention): Subject | 'several' | null {
    const code = codeOf(mention);
    if (code !== null) return this.#subjects.get(code) ?? null;
    const found = this.find(mention);
    return found.length > 1 ? 'several' : (found[0] ?? null);
  }
}

/** A name that a subject was given, and where. */
interface Naming {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
  readonly town: string | null;
}

/** A mention that names no town or district may mean a subject of any. */
function agrees(naming: Naming, mention: Mention): boolean {
  const same = (own: string | null, said: string | null) =>
    plain(own) === '' || plain(said) === '' || placeKey(own) === placeKey(said);
  return same(naming.town, mention.town) && same(naming.district, mention.district);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
