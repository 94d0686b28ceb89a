import { isGroup, type GroupNode, type LeafNode, type Root, type SchemeNode } from './shape';

/** The whole score among the nodes. */
export const rootId = 'total';

/** A node of the score's tree with its place in it. */
export interface TreeNode {
  readonly id: string;
  /** Where the document says it: `score.parts[0].parts[2]`. */
  readonly path: string;
  /** null for the root. */
  readonly parent: string | null;
  /** Place in the document, parents first, from 0 for the root. */
  readonly ordinal: number;
  /** Steps to the root. */
  readonly depth: number;
  /** 0 for an indicator, else one more than the highest of its parts. */
  readonly height: number;
  readonly node: SchemeNode | Root;
}

export type LeafTreeNode = TreeNode & { readonly node: LeafNode };
export type GroupTreeNode = TreeNode & { readonly node: GroupNode | Root };

/** All nodes of a score, parents before their parts. */
export function treeNodes(root: Root): TreeNode[] {
  const nodes: TreeNode[] = [];
  visit(root, rootId, 'score', null, 0);
  return nodes;

  function visit(
    node: SchemeNode | Root,
    id: string,
    path: string,
    parent: string | null,
    depth: number,
  ): number {
    const ordinal = nodes.length;
    nodes.push({ id, path, parent, ordinal, depth, height: 0, node });
    if (!hasParts(node)) return 0;
    const heights = node.parts.map((part, index) =>
      visit(part, part.id, `${path}.parts[${index}]`, id, depth + 1),
    );
    const height = 1 + Math.max(...heights);
    nodes[ordinal] = { id, path, parent, ordinal, depth, height, node };
    return height;
  }
}

function hasParts(node: SchemeNode | Root): node is GroupNode | Root {
  return !('id' in node) || isGroup(node);
}

export function isLeaf(one: TreeNode): one is LeafTreeNode {
  return !hasParts(one.node);
}

export function isGroupNode(one: TreeNode): one is GroupTreeNode {
  return hasParts(one.node);
}

export function leaves(root: Root): LeafTreeNode[] {
  return treeNodes(root).filter(isLeaf);
}

/** The columns of the data that a leaf reads its values from. */
export function measuresOf({ from, id }: LeafNode): string[] {
  if (!from) return [id];
  if ('measure' in from) return [from.measure];
  if ('grades' in from) return from.grades.map(({ measure }) => measure);
  return Array.isArray(from.marks) ? from.marks : [from.marks.measure];
}
