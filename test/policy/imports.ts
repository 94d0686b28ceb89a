import { isNode, nodesOf, type Node, type SourceFile } from './source';

/** Stands for an import whose name is worked out when it runs. */
export const unreadable = '(an expression)';

/** What a file imports, in any way: static, type, dynamic, required, globbed, or as an address of `import.meta.url`. */
export function importsOf(file: SourceFile): string[] {
  return nodesOf(file)
    .flatMap(sourcesOf)
    .map((source) => textOf(source) ?? unreadable);
}

/** The nodes that name what a node imports. */
function sourcesOf(node: Node): unknown[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return [node['source'] ?? node['argument']];
    case 'ExportNamedDeclaration':
      return node['source'] ? [node['source']] : [];
    case 'TSExternalModuleReference':
      return [node['expression']];
    case 'CallExpression':
      return isImportCall(nameOf(node['callee'])) ? argumentsOf(node) : [];
    case 'NewExpression':
      return nameOf(node['callee']) === 'URL' && nameOf(argument(node, 1)) === 'import.meta.url'
        ? [argument(node, 0)]
        : [];
    default:
      return [];
  }
}

function isImportCall(name: string): boolean {
  return /^(require|require\.resolve|import\.meta\.(resolve|glob))$/.test(name);
}

function argument(call: Node, index: number): unknown {
  return Array.isArray(call['arguments']) ? call['arguments'][index] : undefined;
}

function argumentsOf(call: Node): unknown[] {
  const first = argument(call, 0);
  // what `require` is given was resolved before, and that is seen
  if (nameOf(call['callee']) === 'require' && textOf(first) === null) return [];
  // `import.meta.glob` also takes a list
  const elements = isNode(first) && first['elements'];
  return Array.isArray(elements) ? elements : [first];
}

/** `import.meta.url` of the nodes that say it. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'MetaProperty') return `${nameOf(node['meta'])}.${nameOf(node['property'])}`;
  if (node.type === 'MemberExpression')
    return `${nameOf(node['object'])}.${nameOf(node['property'])}`;
  return '';
}

function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'TSLiteralType') return textOf(node['literal']);
  const quasis = node.type === 'TemplateLiteral' ? node['quasis'] : undefined;
  const [only, ...others] = Array.isArray(quasis) ? (quasis as Node[]) : [];
  return only && others.length === 0 ? (only['value'] as { cooked: string }).cooked : null;
}
