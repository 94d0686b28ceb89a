import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/scheme/presets';
import { withValueAt } from '../../../src/scheme/document/path';
import { nextVersion } from '../../../src/scheme/document/versions';
import type { Scheme } from '../../../src/scheme/shape';
import { nameOfShared, restoredScheme, sharedScheme } from '../../../src/share/scheme';
import { faultOf } from '../fault';
import { smallScheme } from '../scheme/document';

const preset = presets.find(({ id, version }) => id === 'jiujiang' && version === '2.0') as Scheme;

/** As it is after a link: what JSON keeps of it. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test.each(presets.map((one) => [`${one.id} ${one.version}`, one] as const))(
  '%s goes by its name alone',
  (_, scheme) => {
    const shared = sharedScheme(scheme, presets);
    expect(shared).toEqual({ id: scheme.id, version: scheme.version });
    expect(restoredScheme(shared, presets)).toEqual(scheme);
  },
);

describe('a preset with changes', () => {
  const changed = withValueAt(nextVersion(preset, new Set()), 'lists.watch.starsAtMost', 8);

  test('goes as its changes and comes back whole', () => {
    const shared = sent(sharedScheme(changed, presets));
    expect(shared).toMatchObject({
      id: 'jiujiang',
      version: '2.0',
      changes: expect.arrayContaining([
        { path: 'version', value: '2.1' },
        { path: 'lists.watch.starsAtMost', value: 8 },
      ]) as unknown,
    });
    expect(JSON.stringify(shared).length).toBeLessThan(400);
    expect(restoredScheme(shared, presets)).toEqual(changed);
  });

  test('with a part taken out or added, too', () => {
    const { flags, ...rest } = changed;
    const [first, ...others] = changed.notes;
    const shorter = { ...rest, flags, notes: first ? others : [] };
    const shared = sent(sharedScheme(shorter, presets));
    expect(restoredScheme(shared, presets)).toEqual(shorter);
  });
});

test('another document goes whole', () => {
  const scheme = smallScheme();
  const shared = sent(sharedScheme(scheme, presets));
  expect(shared).toHaveProperty('document');
  expect(nameOfShared(shared)).toBe(`${scheme.id}@${scheme.version}`);
  expect(restoredScheme(shared, presets)).toEqual(scheme);
});

test('a preset that is not known here is named, not guessed', () => {
  const shared = { id: 'jiujiang', version: '9.0' };
  expect(restoredScheme(shared, presets)).toBeNull();
  expect(nameOfShared(shared)).toBe('jiujiang@9.0');
});

test('what is no scheme is refused', async () => {
  const changes = [{ path: 'score.parts[0].weight', value: 'x' }];
  expect(
    await faultOf(() => restoredScheme({ id: 'jiujiang', version: '2.0', changes }, presets)),
  ).toBe('link_refused');
  expect(await faultOf(() => restoredScheme({ document: { starflag: 1, id: 'a' } }, presets))).toBe(
    'link_refused',
  );
  const trap = [{ path: '__proto__.polluted', value: 1 }];
  expect(() =>
    restoredScheme({ id: 'jiujiang', version: '2.0', changes: trap }, presets),
  ).toThrow();
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
