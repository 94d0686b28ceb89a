import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Route } from '../../../src/state/route.svelte';

/** An address that tells of its changes when it is asked to, as a browser does after the script. */
function address() {
  const listeners: (() => void)[] = [];
  const place = { hash: '' };
  vi.stubGlobal('location', place);
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, hash: string) => (place.hash = hash),
  });
  vi.stubGlobal('addEventListener', (_type: string, listener: () => void) =>
    listeners.push(listener),
  );
  const tell = () => listeners.forEach((listener) => listener());
  return { place, tell };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a choice made before the browser tells of the page that was opened holds, and comes into the address', () => {
  const { place, tell } = address();
  const route = new Route();
  route.open('trends');
  route.choose({ measure: ['score'] });
  tell();
  expect(route.choice('measure')).toBe('score');
  vi.runAllTimers();
  expect(place.hash).toBe('#/trends?measure=score');
});

test('a page that is left keeps its last choice in its entry', () => {
  const { place } = address();
  const route = new Route();
  route.open('trends');
  route.choose({ measure: ['score'] });
  const hashes: string[] = [];
  vi.stubGlobal('history', {
    replaceState: (_state: unknown, _title: string, hash: string) => hashes.push(hash),
  });
  route.open('query');
  vi.runAllTimers();
  expect(hashes).toEqual(['#/trends?measure=score']);
  expect(place.hash).toBe('#/query');
});

test('going back drops a choice that was not yet in the address', () => {
  const { place, tell } = address();
  const route = new Route();
  route.open('trends');
  route.choose({ measure: ['score'] });
  place.hash = '#/star-board?year=2022';
  tell();
  vi.runAllTimers();
  expect([route.page, route.year, place.hash]).toEqual([
    ...['star-board', 2022, '#/star-board?year=2022'],
  ]);
});

test('a link in the address is neither gone to nor written over', () => {
  const { place, tell } = address();
  const route = new Route();
  route.open('trends');
  route.choose({ measure: ['score'] });
  place.hash = '#s1.abc';
  tell();
  vi.runAllTimers();
  expect([route.page, place.hash]).toEqual(['trends', '#s1.abc']);
});
