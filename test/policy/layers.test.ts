import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, unreadable } from './imports';
import { sourceFiles, type SourceFile } from './source';

// The import table of the design. A module may always import its own files.

const mayImport = {
  model: [],
  sql: [],
  ingest: ['model', 'sql'],
  scheme: ['model', 'sql'],
  robustness: ['scheme', 'model', 'sql'],
  views: ['model', 'sql'],
  protocol: ['model'],
  engine: ['protocol', 'model'],
  workers: ['protocol', 'model', 'sql', 'ingest'],
  share: ['model', 'scheme'],
  i18n: ['model'],
  charts: ['model', 'i18n'],
  state: ['protocol', 'ingest', 'scheme', 'robustness', 'views', 'share', 'model', 'i18n'],
  ui: ['state', 'charts', 'i18n', 'model'],
  cli: [
    'model',
    'sql',
    'ingest',
    'scheme',
    'robustness',
    'views',
    'protocol',
    'engine',
    'workers',
    'share',
    'i18n',
  ],
} as const satisfies Record<string, readonly string[]>;

type Module = keyof typeof mayImport;

/** Where each library may be imported. One that isn't listed may be imported nowhere. */
const homes: Record<string, RegExp> = {
  '@codemirror/autocomplete': /^src\/ui\/editor\//,
  '@codemirror/commands': /^src\/ui\/editor\//,
  '@codemirror/lang-sql': /^src\/ui\/editor\//,
  '@codemirror/language': /^src\/ui\/editor\//,
  '@codemirror/lint': /^src\/ui\/editor\//,
  '@codemirror/state': /^src\/ui\/editor\//,
  '@codemirror/view': /^src\/ui\/editor\//,
  '@duckdb/duckdb-wasm': /^workers\//,
  '@e965/xlsx': /^workers\/readers\//,
  '@lezer/highlight': /^src\/ui\/editor\//,
  '@observablehq/plot': /^src\/charts\//,
  '@tanstack/virtual-core': /^src\/ui\//,
  '@valibot/to-json-schema': /^src\/scheme\//,
  '@uwdata/flechette': /^workers\/readers\//,
  'apache-arrow': /^(workers|src\/engine|src\/cli)\//,
  'bits-ui': /^src\/ui\//,
  comlink: /^(workers\/|src\/engine\/(client|life)\.ts$)/,
  fflate: /^(workers\/readers|src\/share)\//,
  htmlparser2: /^workers\/readers\//,
  hyparquet: /^workers\/readers\//,
  'hyparquet-compressors': /^workers\/readers\//,
  'hyparquet-writer': /^src\/share\/export\//,
  'jsonc-parser': /^workers\/readers\//,
  'opencc-js': /^src\/ingest\/simplified\.ts$/,
  papaparse: /^src\/ingest\/read-crosswalk\.ts$/,
  'pinyin-pro': /^src\/state\/pinyin\.ts$/,
  'sql-formatter': /^src\/ui\/editor\//,
  svelte: /^(src\/(state|ui)\/|src\/(main\.ts|App\.svelte)$)/,
  valibot: /^src\/(ingest|scheme|share|state)\//,
  // Node runs the command line, the engine under it, and the script that writes the scheme's JSON Schema
  'node:': /^(src\/cli\/|workers\/[^/]+-node\.ts$|src\/scheme\/schema-file\.ts$)/,
};

/** main.ts and App.svelte put the modules together; the declarations beside them hold for all. */
function isWiring(path: string): boolean {
  return /^src\/(main\.ts|App\.svelte|[^/]+\.d\.ts)$/.test(path);
}

function moduleOf(path: string): Module | null {
  if (/^src\/engine\/protocol(\.ts)?$/.test(path)) return 'protocol';
  const name = /^(?:src\/([^/]+)|workers)(?:\/|$)/.exec(path);
  const module = name?.[1] ?? name?.[0].replace('/', '');
  return module !== undefined && module !== 'protocol' && module in mayImport
    ? (module as Module)
    : null;
}

/** What is wrong with the imports of a file. */
function problemsOf(file: SourceFile): string[] {
  const { path } = file;
  const module = moduleOf(path);
  if (!module && !isWiring(path)) return [`${path} is in no module of the design`];
  return importsOf(file).flatMap((source) => {
    const rule = /^[./]/.test(source)
      ? brokenByFile(path, module, source)
      : brokenByLibrary(path, source);
    return rule === null ? [] : [`${path} imports ${source}: ${rule}`];
  });
}

function brokenByFile(path: string, module: Module | null, source: string): string | null {
  if (!module) return null;
  const address = source.replace(/\?.*$/, '');
  const target = address.startsWith('/')
    ? address.slice(1)
    : posix.join(posix.dirname(path), address);
  const imported = moduleOf(target);
  const allowed: readonly Module[] = mayImport[module];
  if (imported && (imported === module || allowed.includes(imported))) return null;
  const list = allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no other module';
  return `${module} may import ${list}`;
}

function brokenByLibrary(path: string, source: string): string | null {
  if (source === unreadable) return 'it must be a literal, or nothing can check it';
  // main.ts knows where the files of a library are served, without importing its code
  if (isWiring(path) && /\?(url|packed)$/.test(source)) return null;
  const library = source.startsWith('node:') ? 'node:' : /^(@[^/]+\/)?[^/?]+/.exec(source)?.[0];
  const home = library === undefined ? undefined : homes[library];
  if (!home) return `${library ?? source} has no home in the table of libraries`;
  return home.test(path) ? null : `${library ?? source} may only be imported in ${home.source}`;
}

const files = sourceFiles('src', 'workers');

test('there is something to check', () => {
  expect(files.filter(({ path }) => path.startsWith('src/'))).not.toEqual([]);
  expect(files.filter(({ path }) => path.startsWith('workers/'))).not.toEqual([]);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(0);
});

test('every import is allowed by the table', () => {
  expect(files.flatMap(problemsOf)).toEqual([]);
});

test.each([
  ['src/model/a.ts', `import { sql } from '../sql/sql';`],
  ['src/views/a.ts', `export * from '../scheme/shape';`],
  ['src/views/a.ts', `export { shape } from '../scheme/shape';`],
  ['src/ingest/a.ts', `import type { Scheme } from '../scheme/shape';`],
  ['src/ingest/a.ts', `let scheme: import('../scheme/shape').Scheme;`],
  ['src/scheme/a.ts', `const view = await import('../views/star-board');`],
  ['src/scheme/a.ts', 'const view = await import(`../views/star-board`);'],
  ['src/scheme/a.ts', `const view = await import(name);`],
  ['src/scheme/a.ts', `const files = import.meta.glob(['./presets/*.json', '../views/*.ts']);`],
  [
    'src/engine/client.ts',
    `new Worker(new URL('../../workers/engine.worker.ts', import.meta.url));`,
  ],
  ['src/engine/client.ts', `import worker from '../../workers/engine.worker.ts?worker&url';`],
  ['src/engine/protocol.ts', `import { decodeRows } from './decode';`],
  ['workers/a.ts', `import { EngineClient } from '../src/engine/client';`],
  ['workers/a.ts', `import { compile } from '../src/scheme/compile';`],
  ['src/state/a.svelte.ts', `import { EngineClient } from '../engine/client';`],
  ['src/ui/A.svelte', `<script lang="ts">import { sql } from '../sql/sql';</script>`],
  ['src/ui/A.svelte', `<script module lang="ts">import type { Sql } from '../sql/sql';</script>`],
  ['src/ui/A.svelte', `{#await import('../sql/sql')}…{/await}`],
  ['src/cli/a.ts', `import { Workbench } from '../state/workbench.svelte';`],
  ['src/share/a.ts', `import App from '../App.svelte';`],
  ['src/share/a.ts', `import { files } from '../../sample-data/generators/jiujiang/files';`],
  ['src/helpers/a.ts', ''],
  ['src/helpers.ts', ''],
  ['src/ui/a.ts', `import * as Plot from '@observablehq/plot';`],
  ['src/ui/a.ts', `import address from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';`],
  ['src/main.ts', `import { AsyncDuckDB } from '@duckdb/duckdb-wasm';`],
  ['src/engine/decode.ts', `import { wrap } from 'comlink';`],
  ['workers/engine.ts', `import { read } from '@e965/xlsx';`],
  ['workers/engine.ts', `import { readFile } from 'node:fs/promises';`],
  ['workers/a.ts', `const lodash = require('lodash');`],
])('refuses in %s: %s', (path, content) => {
  expect(problemsOf({ path, content })).toHaveLength(1);
});

test.each([
  ['src/model/a.ts', `import { b } from './b';`],
  ['src/model/a.ts', `// import { sql } from '../sql/sql';`],
  ['src/scheme/presets/index.ts', `import jiujiang from './jiujiang-3.0.json';`],
  [
    'workers/readers/xlsx.ts',
    `import { read } from '@e965/xlsx'; import { Fault } from '../../src/model/answer';`,
  ],
  [
    'src/cli/a.ts',
    `import { Engine } from '../../workers/engine'; import { join } from 'node:path';`,
  ],
  [
    'src/main.ts',
    `import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?packed'; import './ui/base.css';`,
  ],
  [
    'src/ui/A.svelte',
    `<script lang="ts">import B from './B.svelte'; import { Tabs } from 'bits-ui';</script>`,
  ],
])('accepts in %s: %s', (path, content) => {
  expect(problemsOf({ path, content })).toEqual([]);
});

test('says which file, which import and which rule', () => {
  const content = `import { sql } from '../sql/sql'; import { wrap } from 'comlink';`;
  expect(problemsOf({ path: 'src/ui/a.ts', content })).toEqual([
    'src/ui/a.ts imports ../sql/sql: ui may import only state, charts, i18n, model',
    'src/ui/a.ts imports comlink: comlink may only be imported in ^(workers\\/|src\\/engine\\/(client|life)\\.ts$)',
  ]);
});
