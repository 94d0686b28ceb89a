import { Fault, toAppError, type AppError } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import type { ReadFile } from './read';
import type { Advance } from './text';
import { unpack, type ZipEntry } from './zip';

/** Kinds of files in an archive that hold no table, by their names. */
const ignored: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'resource_fork', pattern: /(?:^|\/)(?:__MACOSX\/|\._[^/]*$)/ },
  { kind: 'lock', pattern: /(?:^|\/)(?:~\$|\.~lock\.)[^/]*$/ },
  { kind: 'hidden', pattern: /(?:^|\/)(?:\.[^/]+|(?:Thumbs\.db|desktop\.ini)$)/i },
];

/**
 * Reads every file of an archive by its content. What fails is a finding, and the others load.
 * @param readMember reads one file, given how many parts those before it have come to
 * @throws Fault where the archive is incomplete or no file of it can be read
 */
export async function readArchive(
  content: Blob,
  entries: readonly ZipEntry[],
  advance: Advance,
  readMember: (content: Blob, name: string, before: number) => Promise<ReadFile>,
): Promise<ReadFile> {
  const passed = new Map<string, string[]>();
  const pass = (kind: string, name: string) => {
    passed.set(kind, [...(passed.get(kind) ?? []), name]);
  };
  const members: { readonly name: string; readonly chunks: Blob[] }[] = [];
  await unpack(content, entries, advance, ({ name }) => {
    const path = name.replaceAll('\\', '/');
    if (path.endsWith('/')) return null;
    const kind = ignored.find(({ pattern }) => pattern.test(path))?.kind;
    if (kind !== undefined) {
      pass(kind, path);
      return null;
    }
    const chunks: Blob[] = [];
    members.push({ name: path, chunks });
    // each piece becomes a Blob at once, so that a browser may keep it outside the heap
    return (chunk) => chunks.push(new Blob([Uint8Array.from(chunk)]));
  });
  const filled = members.filter(({ chunks }) => chunks.some(({ size }) => size > 0));
  for (const { name } of members.filter((member) => !filled.includes(member))) pass('empty', name);
  const parts: ReadFile['parts'][number][] = [];
  const findings: Finding[] = [...passed].map(([about, names]) =>
    finding('member_ignored', { value: names[0] ?? '', about, count: names.length }),
  );
  const failed: AppError[] = [];
  for (const { name, chunks } of filled) {
    try {
      const read = await readMember(new Blob(chunks), name, parts.length);
      parts.push(...read.parts.map((part) => ({ ...part, member: within(name, part.member) })));
      findings.push(
        ...read.findings.map((found) => ({ ...found, file: within(name, found.file) })),
      );
    } catch (thrown) {
      const error = toAppError(thrown);
      failed.push(error);
      findings.push(failure(name, error));
    }
  }
  if (parts.length > 0) return { parts, findings };
  const [only] = failed;
  if (only && failed.length === 1) throw new Fault(only.code, only.detail);
  throw new Fault('archive_no_table', { count: members.length });
}

function within(archive: string, member: string | null): string {
  return member === null ? archive : `${archive}/${member}`;
}

function failure(file: string, { code, detail }: AppError): Finding {
  const { line, row, record, ...rest } = detail;
  const [value] = Object.values(rest);
  return finding('member_failed', {
    file,
    about: code,
    row: typeof line === 'number' ? line : typeof row === 'number' ? row : null,
    value: value === undefined ? null : String(value),
    count: typeof record === 'number' ? record : 1,
  });
}
