import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse as parseSvelte } from 'svelte/compiler';
import { parser as typescript } from 'typescript-eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** Path in the project, with slashes. */
  path: string;
  content: string;
}

/** The TypeScript and Svelte files in these folders and files of the project. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replaceAll('\\', '/'))
    .filter((path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)))
    .map((path) => ({ path, content: readFileSync(root + path, 'utf8') }));
}

/** Reads a file of the project that isn't source. */
export function projectFile(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/** A node of either tree: TypeScript's as ESTree, or Svelte's, whose scripts and expressions are ESTree too. */
export interface Node {
  type: string;
  [key: string]: unknown;
}

/** All nodes of a file, without comments and styles. */
export function nodesOf({ path, content }: SourceFile): Node[] {
  const tree: unknown = path.endsWith('.svelte')
    ? parseSvelte(content, { modern: true })
    : typescript.parseForESLint(content).ast;
  const nodes: Node[] = [];
  collect(tree, nodes);
  return nodes;
}

const skipped = new Set([
  'comments',
  'leadingComments',
  'trailingComments',
  'tokens',
  'parent',
  'css',
  'metadata',
]);

function collect(value: unknown, nodes: Node[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes);
  } else if (isObject(value)) {
    if (isNode(value)) nodes.push(value);
    for (const [key, child] of Object.entries(value)) {
      if (!skipped.has(key)) collect(child, nodes);
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function isNode(value: unknown): value is Node {
  return isObject(value) && typeof value['type'] === 'string';
}

/** The line, from 1, on which a node starts. */
export function lineOf(node: Node, content: string): number {
  const range: unknown = node['range'];
  const start = Number(Array.isArray(range) ? range[0] : node['start']);
  return content.slice(0, start).split('\n').length;
}
