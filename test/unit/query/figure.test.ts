import { expect, test } from 'vitest';
import { suggestFigure } from '../../../src/model/query-figure';

const columns = (...types: string[]) =>
  types.map((text) => {
    const [name = '', type = ''] = text.split(' ');
    return { name, type };
  });

test.each([
  [columns('period VARCHAR', 'track VARCHAR', 'n BIGINT'), 'line', 0, 2, 1],
  [columns('day DATE', 'n DOUBLE'), 'line', 0, 1, null],
  [columns('year INTEGER', 'total DECIMAL(18,2)'), 'line', 0, 1, null],
  [columns('town VARCHAR', 'n HUGEINT'), 'bar', 0, 1, null],
  [columns('town VARCHAR', 'track VARCHAR', 'n HUGEINT'), 'bar', 0, 2, 1],
  [columns('score DOUBLE', 'stars INTEGER'), 'dot', 0, 1, null],
  [columns('score DOUBLE'), 'histogram', 0, null, null],
  [columns('track VARCHAR'), 'bar', 0, null, null],
])('%j is drawn as %s', (given, mark, x, y, colour) => {
  expect(suggestFigure(given)).toEqual({ mark, x, y, colour, facet: null });
});

test('nothing is drawn of nothing', () => {
  expect(suggestFigure([])).toBeNull();
});
