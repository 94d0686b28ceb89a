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
  /^(?:小计|合计|总计|共计|累计|平均|全(?:镇|区|县|街道)(?:合计|平均)?|.*(?:小计|合计|总计))$/;

/** A name without blanks and in plain forms; only for comparison, never stored. */
function plain(text: string | null): string {
  return (text ?? '').normalize('NFKC').replaceAll(/\s+/g, '');
}

/** A name without the words for the kind of body, so that 青禾村 and 青禾村村民委员会 compare equal. */
function stem(name: string): string {
  return plain(name).replace(
    /(?:社区)?(?:居民委员会|居委会)$|(?:村)?(?:村民委员会|村委会|委会)$|村$|社区$/,
    '',
  );
}

/**
 * Matches every mention to a subject. Where some table is a roster (it names subjects and carries no figures) its
 * subjects are the list; otherwise every subject that a table names is on it. Matching goes by code, then town and
 * name, then the name alone where only one subject bears it, then the name's stem within the town.
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
  const subjects = collectSubjects(listed.length > 0 ? listed : named, findings);
  const index = new SubjectIndex(subjects);
  const aliases = new Map<string, string>();
  for (const mention of named) {
    const found = index.find(mention);
    if (found.length === 1 && found[0]) aliases.set(mentionKey(mention), found[0].id);
    else findings.push(unrecognised(mention, found));
  }
  return {
    subjects,
    aliases: [...aliases].map(([key, subject]) => ({ key, subject })),
    findings,
  };
}

function isTotal(mention: Mention): boolean {
  return (
    totals.test(plain(mention.name)) ||
    (plain(mention.name) === '' && totals.test(plain(mention.town)))
  );
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

/** One subject a code; a mention without a code belongs to the subject of its district, town and name. */
function collectSubjects(mentions: readonly Mention[], findings: Finding[]): Subject[] {
  const subjects = new Map<string, Subject>();
  const idByName = new Map<string, string>();
  const coded = mentions.filter((mention) => plain(mention.code) !== '');
  const uncoded = mentions.filter((mention) => plain(mention.code) === '');
  for (const mention of [...coded, ...uncoded]) {
    const name = [mention.district, mention.town, mention.name].map(plain).join('/');
    const known = subjects.get(plain(mention.code) || (idByName.get(name) ?? ''));
    if (!known) {
      const subject = toSubject(mention);
      subjects.set(subject.id, subject);
      if (!idByName.has(name)) idByName.set(name, subject.id);
    } else if (known.track === null) {
      subjects.set(known.id, { ...known, track: trimmed(mention.track) });
    } else if (mention.track !== null && plain(known.track) !== plain(mention.track)) {
      findings.push(trackConflict(mention, known));
    }
  }
  return [...subjects.values()];
}

function trackConflict(mention: Mention, known: Subject): Finding {
  const { table, row, count, track } = mention;
  const about = `${known.name} ${known.track ?? ''}`;
  return finding('track_conflict', { file: table, row, count, value: track, about });
}

function toSubject(mention: Mention): Subject {
  const code = plain(mention.code) || null;
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

/** Subjects under each way of naming them. */
class SubjectIndex {
  readonly #byCode = new Map<string, Subject>();
  readonly #byName = new Map<string, Subject[]>();
  readonly #byStem = new Map<string, Subject[]>();

  constructor(subjects: readonly Subject[]) {
    for (const subject of subjects) {
      if (subject.code) this.#byCode.set(subject.code, subject);
      push(this.#byName, plain(subject.name), subject);
      push(this.#byStem, stem(subject.name), subject);
    }
  }

  /** The subjects that a mention may mean: one, several, or none. */
  find(mention: Mention): readonly Subject[] {
    const byCode = this.#byCode.get(plain(mention.code));
    if (byCode) return [byCode];
    const candidates = [
      this.#byName.get(plain(mention.name)) ?? [],
      this.#byStem.get(stem(mention.name ?? '')) ?? [],
    ].map((list) => list.filter((subject) => agrees(subject, mention)));
    return candidates.find((list) => list.length > 0) ?? [];
  }
}

/** A mention that names no town or district may mean a subject of any. */
function agrees(subject: Subject, mention: Mention): boolean {
  const same = (own: string | null, said: string | null) =>
    plain(own) === '' || plain(said) === '' || plain(own) === plain(said);
  return same(subject.town, mention.town) && same(subject.district, mention.district);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
