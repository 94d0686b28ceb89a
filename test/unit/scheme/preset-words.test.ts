import { expect, test } from 'vitest';
import { presets } from '../../../src/scheme/presets';
import { treeNodes } from '../../../src/scheme/tree';
import { halfWidthBesideHan } from '../words';

test.each(presets.map((scheme) => [`${scheme.id} ${scheme.version}`, scheme] as const))(
  'the Chinese words of %s have full-width punctuation',
  (_, { title, source, notes, score }) => {
    const words = [
      title,
      source,
      ...notes,
      ...treeNodes(score).flatMap(({ node }) =>
        'label' in node && node.label ? [node.label] : [],
      ),
    ];
    expect(words.map(({ zh }) => zh).filter(halfWidthBesideHan)).toEqual([]);
  },
);
