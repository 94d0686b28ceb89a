import * as v from 'valibot';

/** The format that this version writes and the newest that it reads. */
export const workspaceVersion = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const shape = v.strictObject({
  starflag: v.literal('workspace'),
  version: v.literal(workspaceVersion),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  name: v.string(),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Page, scheme, year and filters. */
  address: v.union([v.literal(''), v.pipe(v.string(), v.startsWith('#/'))]),
  files: v.array(
    v.strictObject({
      name: v.string(),
      size: count,
      /** By which its content is found and checked. */
      hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      pasted: v.boolean(),
      encoding: v.nullable(v.string()),
      personal: v.picklist(['replace', 'keep', 'drop']),
      /** Tables of sheets that were taken otherwise than found, by the place of the sheet in its file. */
      layouts: v.array(v.strictObject({ sheet: count, tables: v.array(v.unknown()) })),
      /** Periods that the user gave, by the place of the table in its file. */
      periods: v.array(v.strictObject({ table: count, text: v.string() })),
    }),
  ),
  /** The decisions about findings, as they are exported. */
  corrections: v.unknown(),
  /** Whoever reads one of these checks it. */
  values: v.strictObject({
    mappings: v.optional(v.unknown()),
    layouts: v.optional(v.unknown()),
    tables: v.optional(v.unknown()),
    crosswalk: v.optional(v.unknown()),
    schemes: v.optional(v.unknown()),
    'scheme-drafts': v.optional(v.unknown()),
  }),
});

/** A workspace without the content of its files. */
export type WorkspaceDocument = v.InferOutput<typeof shape>;
export type WorkspaceFile = WorkspaceDocument['files'][number];

/** What is said of a file, without what is worked out from its content. */
export type AboutFile = Omit<WorkspaceFile, 'hash' | 'size'>;

export function aboutOf(file: WorkspaceFile): AboutFile {
  const { name, pasted, encoding, personal, layouts, periods } = file;
  return { name, pasted, encoding, personal, layouts, periods };
}

export type ParsedWorkspace =
  | { readonly state: 'ok'; readonly document: WorkspaceDocument }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer'; readonly version: number; readonly name: string };

/** The document behind its checksum, a line each: what was cut short is known from it. */
export async function serialiseWorkspace(document: WorkspaceDocument): Promise<string> {
  const body = JSON.stringify(document);
  return `${await hashOf(new Blob([body]))}\n${body}`;
}

export async function parseWorkspace(text: string): Promise<ParsedWorkspace> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || (await hashOf(new Blob([body]))) !== text.slice(0, end))
    return { state: 'damaged' };
  try {
    const value: unknown = JSON.parse(body);
    const newer = v.safeParse(v.looseObject({ version: v.number(), name: v.string() }), value);
    if (newer.success && newer.output.version > workspaceVersion)
      return { state: 'newer', version: newer.output.version, name: newer.output.name };
    const parsed = v.safeParse(shape, value);
    return parsed.success ? { state: 'ok', document: parsed.output } : { state: 'damaged' };
  } catch {
    return { state: 'damaged' };
  }
}

const piece = 4 * 1024 * 1024;

/** SHA-256 over the SHA-256 of each 4 MB, so that a large file is never held as a whole; 64 hexadecimal digits. */
export async function hashOf(content: Blob): Promise<string> {
  const digests: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start === 0 || start < content.size; start += piece)
    digests.push(await digest(await content.slice(start, start + piece).arrayBuffer()));
  const whole = await digest(await new Blob(digests).arrayBuffer());
  return [...whole].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function digest(bytes: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
