import { expect, test } from 'vitest';
import { lineOf, nodesOf, sourceFiles, type Node, type SourceFile } from './source';

// What people read is in src/i18n, so that a second language is a second file. The modules that aren't listed know
// Chinese as data: the words and numerals that files use, schemes, the units of published figures.

const wordless = ['charts', 'cli', 'engine', 'share', 'state', 'ui', 'App.svelte', 'main.ts'];

/** The Chinese in strings and markup; comments may be in any language. */
function chineseIn(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    const text = textOf(node);
    if (!/\p{Script=Han}/u.test(text)) return [];
    return [`${file.path}:${lineOf(node, file.content)}: ${text.trim()}`];
  });
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : '';
  if (node.type === 'TemplateElement') return (node['value'] as { raw: string }).raw;
  if (node.type === 'Text') return String(node['data']);
  return '';
}

const files = sourceFiles('workers', ...wordless.map((name) => `src/${name}`));

test('there is something to check', () => {
  expect(files).not.toEqual([]);
});

test('no Chinese text outside its home', () => {
  expect(files.flatMap(chineseIn)).toEqual([]);
});

test.each([
  ['a.ts', `const title = '星旗';`],
  ['a.ts', 'const title = `${n} 颗星`;'],
  ['a.ts', `type Track = '农区';`],
  ['A.svelte', `<p>星旗</p>`],
  ['A.svelte', `<p title="星旗">{count}</p>`],
  ['A.svelte', `<p>{count > 1 ? '星' : ''}</p>`],
  ['A.svelte', `<script lang="ts">const title: string = '星旗';</script>`],
])('finds it in %s: %s', (path, content) => {
  expect(chineseIn({ path, content })).toHaveLength(1);
});

test.each([
  ['a.ts', `const stars = 5; // 星\n/* 旗 */`],
  [
    'A.svelte',
    `<!-- 星旗 --><script lang="ts">/** 星 */ const n: number = 1;</script><p>{n /* 星 */}</p>`,
  ],
  ['A.svelte', `<p>★ Starflag</p><style>p { font-family: '宋体'; }</style>`],
])('finds none in %s: %s', (path, content) => {
  expect(chineseIn({ path, content })).toEqual([]);
});
