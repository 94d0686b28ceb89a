import type { LoadedFile } from '../engine/protocol';
import { parseLayout } from './keep/kept-layouts';
import type { TableLayout } from '../model/layout';
import {
  aboutOf,
  type AboutFile,
  type WorkspaceDocument,
  type WorkspaceFile,
} from '../share/workspace';
import type { Calculation } from './calculation.svelte';
import type { Corrections } from './corrections.svelte';
import type { FileEntry, Files } from './files.svelte';
import type { Work } from './keep.svelte';
import type { Mappings } from './mappings.svelte';
import type { Route } from './route.svelte';
import { personalSalt } from './salt';
import type { Sample } from './sample.svelte';
import { closeValues, reopenValues, workspaceValues } from './stored';

interface Parts {
  readonly files: Files;
  readonly mappings: Mappings;
  readonly corrections: Corrections;
  readonly route: Route;
  readonly calculation: Calculation;
  readonly sample: Sample;
}

/** The user's own work on the page: what a workspace keeps. The sample is never part of it. */
export function workOf(parts: Parts): Work {
  const { files, mappings, corrections, route, calculation, sample } = parts;
  /** What was said of each file when it was last read, by id. */
  const read = new Map<string, AboutFile>();
  /** The files of the workspace that was opened. */
  let opened: readonly WorkspaceFile[] = [];

  const aboutLoaded = ({ name, pasted, reading }: FileEntry, loaded: LoadedFile): AboutFile => ({
    name,
    pasted,
    encoding: reading.encoding ?? null,
    personal: reading.privacy.mode,
    layouts: loaded.sheets.flatMap(({ layout, found }, sheet) =>
      same(layout, found) ? [] : [{ sheet, tables: [...layout] }],
    ),
    periods: loaded.tables.flatMap((one, table) => {
      const text = mappings.givenPeriod(one);
      return text === null ? [] : [{ table, text }];
    }),
  });

  /** What is kept of a file: also of one that was stopped or could not be read this time. null where it never was read. */
  function about(entry: FileEntry): AboutFile | null {
    if (entry.loaded) {
      const now = aboutLoaded(entry, entry.loaded);
      read.set(entry.id, now);
      return now;
    }
    const before = opened.find((file) => isOf(entry, file));
    return read.get(entry.id) ?? (before ? aboutOf(before) : null);
  }

  const isOf = (entry: FileEntry, { name, size }: WorkspaceFile) =>
    !entry.sample && entry.name === name && entry.content.size === size;

  const entryOf = (file: WorkspaceFile) => files.entries.find((entry) => isOf(entry, file));

  function forget(now: readonly WorkspaceFile[]): void {
    read.clear();
    opened = now;
  }

  /** Tables of a sheet may have been taken otherwise than found: they are again. */
  async function layOutAgain(document: WorkspaceDocument): Promise<void> {
    for (const file of document.files) {
      for (const { sheet: at, tables } of file.layouts) {
        const sheet = entryOf(file)?.loaded?.sheets[at];
        const layout = parseLayout(tables);
        if (sheet && layout && !same(sheet.layout, layout)) await files.layOut(sheet, layout);
      }
    }
  }

  return {
    now() {
      return {
        empty: files.entries.every((entry) => entry.sample),
        document: {
          address: route.address,
          corrections: JSON.parse(corrections.json) as unknown,
          values: { ...workspaceValues() },
        },
        files: files.entries.flatMap((entry) => {
          const kept = entry.sample ? null : about(entry);
          return kept ? [{ about: kept, content: entry.content }] : [];
        }),
      };
    },

    fileIds: () => files.entries.map(({ id }) => id),

    async restore(document, contents, leaving) {
      await files.remove(leaving);
      forget(document.files);
      reopenValues(document.values);
      corrections.replace(JSON.stringify(document.corrections));
      if (route.address === '' && document.address !== '') route.return(document.address);
      await files.correct(corrections.list);
      const salt = personalSalt();
      await files.add(
        document.files.map(({ name, pasted, encoding, personal }, index) => ({
          name,
          pasted,
          content: contents[index] ?? new Blob(),
          reading: {
            privacy: { mode: personal, salt },
            ...(encoding === null ? {} : { encoding }),
          },
        })),
      );
      await layOutAgain(document);
      for (const file of document.files)
        for (const { table: at, text } of file.periods) {
          const table = entryOf(file)?.loaded?.tables[at];
          if (table) mappings.setPeriod(table, text);
        }
      if (document.files.length === 0) await sample.show();
      else await calculation.refresh();
    },

    async clear() {
      await files.remove(files.entries.map(({ id }) => id));
      forget([]);
      // what was learned of columns, sheets and rules goes on to the next work; what was decided on villages does not
      closeValues(['mappings', 'layouts', 'tables', 'schemes']);
      corrections.clear();
      await files.correct([]);
      await sample.show();
    },
  };
}

function same(one: readonly TableLayout[], other: readonly TableLayout[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
