import { beforeEach, expect, test } from 'vitest';
import { valuesOf, type ClauseValue } from '../../../src/model/clause';
import { SchemeDesk } from '../../../src/state/scheme-desk.svelte';
import { History } from '../../../src/state/history.svelte';
import { Schemes } from '../../../src/state/schemes.svelte';

let desk: SchemeDesk;
let schemes: Schemes;
let history: History;

beforeEach(() => {
  schemes = new Schemes();
  history = new History();
  const inUse = schemes.presets.find(({ id, version }) => id === 'jiujiang' && version === '2.0');
  desk = new SchemeDesk(schemes, () => inUse ?? null, history);
});

function at(path: string): ClauseValue {
  const values = desk.sections.flatMap(({ groups }) =>
    groups.flatMap(({ clauses }) => clauses.flatMap(({ phrase }) => valuesOf(phrase))),
  );
  const found = values.find((value) => value.path === path);
  if (!found) throw new Error(path);
  return found;
}

function type(path: string, ...texts: string[]): void {
  texts.forEach((text) => {
    desk.edit(at(path), text);
  });
}

test('the first change of a preset makes a draft that follows it; the preset stays as it is', () => {
  type('lists.watch.starsAtMost', '8');
  expect(desk.shown).toMatchObject({ key: 'jiujiang@2.1', origin: 'draft' });
  expect(desk.shown?.scheme).toMatchObject({
    follows: '2.0',
    lists: { watch: { starsAtMost: 8 } },
  });
  const preset = desk.list.find(({ key }) => key === 'jiujiang@2.0');
  expect(preset?.scheme.lists.watch?.starsAtMost).toBe(6);
  expect(schemes.all.some(({ version }) => version === '2.1')).toBe(false);
});

test('nothing is accepted while something is wrong', () => {
  type('score.parts[0].weight', '0.6');
  expect(desk.problems).toMatchObject([{ path: 'score.parts[].weight', found: '1.1' }]);
  expect(desk.isWrong('score.parts[2].weight')).toBe(true);
  expect(desk.accept()).toBeNull();
  type('score.parts[1].weight', '0.2');
  expect(desk.accept()?.key).toBe('jiujiang@2.1');
  expect(schemes.all.some(({ version }) => version === '2.1')).toBe(true);
});

test('what is no number is told where it stands and changes nothing', () => {
  type('rewards.perStar', '');
  expect(desk.problems).toMatchObject([{ path: 'rewards.perStar', found: '' }]);
  expect(desk.unreadAt('rewards.perStar')).toBe('');
  expect(at('rewards.perStar').value).toBe(5000);
  expect(desk.accept()).toBeNull();
  type('rewards.perStar', '6000');
  expect(desk.problems).toEqual([]);
});

test('shares are typed in percent', () => {
  type('stars.rules[0].top.share', '14');
  expect(at('stars.rules[0].top.share').value).toBe(0.14);
  type('stars.rules[0].top.share', '7 %');
  expect(at('stars.rules[0].top.share').value).toBe(0.07);
});

test('letters typed into one field are one change to undo and redo', async () => {
  type('lists.watch.starsAtMost', '1', '12');
  type('rewards.perStar', '6000');
  await history.undo();
  expect(at('rewards.perStar').value).toBe(5000);
  expect(at('lists.watch.starsAtMost').value).toBe(12);
  await history.undo();
  expect(at('lists.watch.starsAtMost').value).toBe(6);
  expect(history.undoable).toBeNull();
  await history.redo();
  expect(at('lists.watch.starsAtMost').value).toBe(12);
});

test('a problem of a whole list is told where the last change was made', () => {
  type('score.parts[2].weight', '0.3');
  const told = (path: string) => desk.problemsIn([at(path)]).length;
  expect(told('score.parts[2].weight')).toBe(1);
  expect(told('score.parts[0].weight')).toBe(0);
});

test('an accepted document of the user is changed under its own version', () => {
  type('rewards.perStar', '6000');
  desk.accept();
  type('rewards.perStar', '7000');
  expect(desk.shown).toMatchObject({ key: 'jiujiang@2.1', origin: 'draft' });
  desk.discard();
  expect(desk.shown).toMatchObject({ key: 'jiujiang@2.1', origin: 'own' });
  expect(desk.shown?.scheme.rewards?.perStar).toBe(6000);
});

test('a choice is one of the words that may stand there, and makes a draft', async () => {
  expect(desk.choicesOf(at('rank.ties'))).toEqual(['competition', 'dense', 'ordinal']);
  desk.pick(at('rank.ties'), 'dense');
  expect(desk.shown).toMatchObject({ origin: 'draft', scheme: { rank: { ties: 'dense' } } });
  await history.undo();
  expect(desk.shown?.scheme.rank.ties).toBe('competition');
});

test('a name is changed in one language; an empty one is a problem', () => {
  const path = 'score.parts[0].label';
  const before = desk.labelAt(path);
  desk.rename(path, 'zh', '红星');
  expect(desk.labelAt(path)).toEqual({ ...before, zh: '红星' });
  desk.rename(path, 'zh', '');
  expect(desk.problems).toMatchObject([{ path: `${path}.zh` }]);
  expect(desk.isWrong(`${path}.zh`)).toBe(true);
  expect(desk.accept()).toBeNull();
});

test('remarks stand at their clauses, not in a section of their own', () => {
  expect(desk.sections.map(({ id }) => id)).not.toContain('notes');
  const clauses = desk.sections.flatMap(({ groups }) => groups.flatMap((group) => group.clauses));
  const told = clauses.flatMap((clause) => desk.notesOf(clause));
  expect(told).toHaveLength(desk.shown?.scheme.notes.length ?? -1);
});
