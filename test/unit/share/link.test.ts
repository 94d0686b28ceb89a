import * as fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { Fault } from '../../../src/model/answer';
import { crc32, toBase64Url } from '../../../src/share/bytes';
import { decodeLink, encodeLink, isLink, mostBytes, mostCharacters } from '../../../src/share/link';
import { isLinkFile, readLinkFile, writeLinkFile } from '../../../src/share/link-file';
import type { Spec } from '../../../src/share/spec';
import { faultOf } from '../fault';
import { anySpec, smallSpec } from './spec';

/** A link whose checksum is right, whatever it holds: as somebody would make it who means harm. */
function forged(content: string | Uint8Array, version = 1): string {
  const packed = typeof content === 'string' ? deflateSync(Buffer.from(content)) : content;
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(packed));
  bytes.set(packed, 4);
  return `#s${version}.${toBase64Url(bytes)}`;
}

const forgedSpec = (change: object) => forged(JSON.stringify({ ...smallSpec, ...change }));

test('what goes into a link comes out of it', () => {
  fc.assert(
    fc.property(anySpec, (spec) => {
      expect(decodeLink(encodeLink(spec))).toEqual(spec);
      expect(readLinkFile(writeLinkFile(spec))).toEqual(spec);
    }),
    { numRuns: 200 },
  );
});

test('the same question gives the same link, in whatever order its keys were put', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, child]) => [key, reversed(child)]),
    );
  };
  const spec = { ...smallSpec, choices: { subject: ['a'], about: ['b'] } };
  expect(encodeLink(reversed(spec) as Spec)).toBe(encodeLink(spec));
});

test('a link is told by its form', () => {
  expect(['#s1.abc', 's2.x', '#s14.'].map(isLink)).toEqual([true, true, true]);
  expect(['', '#/star-board', '#s.abc', '#sx1.', '#/s1.abc'].map(isLink)).not.toContain(true);
});

test('a link that lost or changed a character anywhere is damaged, and says so', async () => {
  const link = encodeLink(smallSpec);
  const start = link.indexOf('.') + 1;
  for (let index = start; index < link.length; index += 1) {
    const other = link[index] === 'A' ? 'B' : 'A';
    const changed = link.slice(0, index) + other + link.slice(index + 1);
    const shorter = link.slice(0, index) + link.slice(index + 1);
    const cut = link.slice(0, index);
    for (const text of [changed, shorter, cut])
      expect([index, await faultOf(() => decodeLink(text))]).toEqual([index, 'link_damaged']);
  }
  for (const text of [
    `${link}A`,
    `${link}。`,
    `${link} `,
    link.replace('.', '.%20'),
    '#s1.',
    '#s0.abc',
  ])
    expect(await faultOf(() => decodeLink(text))).toBe('link_damaged');
});

test('any text is either a spec or refused with a code of its own', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.uint8Array().map(forged),
        fc.json().map((json) => forged(json)),
      ),
      (text) => {
        try {
          decodeLink(text.startsWith('#') ? text : `#s1.${text}`);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a newer version is named, in the address and within', () => {
  for (const link of [
    `#s7.${encodeLink(smallSpec).slice(4)}`,
    forgedSpec({ version: 7, more: 1 }),
  ]) {
    try {
      decodeLink(link);
      expect.unreachable();
    } catch (thrown) {
      expect((thrown as Fault).error).toMatchObject({
        code: 'link_newer',
        detail: { known: 1 },
      });
    }
  }
});

describe('made to harm', () => {
  test('a bomb stops at the cap', async () => {
    const bomb = deflateSync(new Uint8Array(20 * 1024 * 1024).fill(32), { level: 9 });
    expect(forged(bomb).length).toBeLessThan(mostCharacters);
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    expect(await faultOf(() => decodeLink(forged(bomb)))).toBe('link_too_large');
    const sizes = decode.mock.calls.map(([piece]) => piece?.byteLength ?? 0);
    decode.mockRestore();
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
  });

  test('one longer than any that is made is not looked at', async () => {
    expect(await faultOf(() => decodeLink(`#s1.${'A'.repeat(mostCharacters)}`))).toBe(
      'link_too_large',
    );
  });

  test.each<[string, string]>([
    ['an unknown key', forgedSpec({ run: 'DROP TABLE x' })],
    ['an unknown key within', forgedSpec({ filters: { town: ['a'], onload: 'x' } })],
    ['__proto__', forged(JSON.stringify(smallSpec).replace('{', '{"__proto__":{"page":"x"},'))],
    [
      '__proto__ within',
      forged('{"version":1,"made":"2026-11-21","page":"a","choices":{"__proto__":["x"]}}'),
    ],
    [
      'constructor as a name',
      forged('{"version":1,"made":"2026-11-21","page":"a","choices":{"constructor":["x"]}}'),
    ],
    [
      'a path of a scheme to __proto__',
      forged(
        JSON.stringify({
          ...smallSpec,
          scheme: { document: JSON.parse('{"a":{"__proto__":{}}}') as unknown },
        }),
      ),
    ],
    ['a page that is an address', forgedSpec({ page: 'javascript:alert(1)' })],
    ['a day that is none', forgedSpec({ made: '2026-99-99' })],
    ['no object', forged('"text"')],
    ['null', forged('null')],
    ['no JSON', forged('{')],
    ['no text', forged(deflateSync(Uint8Array.of(0xff, 0xfe, 0xfd)))],
    ['nothing that is packed', forged(Uint8Array.of(7, 7, 7, 7))],
    [
      'packed without an end',
      forged(deflateSync(Buffer.from(JSON.stringify(smallSpec))).slice(0, 40)),
    ],
    ['ten thousand levels', forged(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
    ['too many queries', forgedSpec({ queries: Array(101).fill({ name: 'a', sql: 'b' }) })],
  ])('%s is refused', async (_, link) => {
    expect(await faultOf(() => decodeLink(link))).toBe('link_refused');
    expect(({} as { page?: unknown }).page).toBeUndefined();
  });
});

describe('a file', () => {
  const file = writeLinkFile(smallSpec);

  test('is told from a scheme, whatever its name and however it is laid out', () => {
    expect([file, file.replaceAll(/\s+/g, ''), `\ufeff${file}`].map(isLinkFile)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isLinkFile('{"starflag":1,"id":"jiujiang"}')).toBe(false);
    expect(readLinkFile(JSON.stringify(JSON.parse(file)))).toEqual(smallSpec);
  });

  test('that was changed is damaged; of a newer version, it says so; with more in it, it is refused', async () => {
    expect(await faultOf(() => readLinkFile(file.replace('2023', '2022')))).toBe('link_damaged');
    expect(await faultOf(() => readLinkFile(file.slice(0, -20)))).toBe('link_damaged');
    expect(await faultOf(() => readLinkFile('{"starflagLink":1}'))).toBe('link_damaged');
    expect(
      await faultOf(() => readLinkFile(file.replace('"starflagLink": 1', '"starflagLink": 9'))),
    ).toBe('link_newer');
    const more = { ...smallSpec, eval: 'x' };
    expect(await faultOf(() => readLinkFile(writeLinkFile(more)))).toBe('link_refused');
    expect(
      await faultOf(() => readLinkFile(`{"starflagLink":1,"x":"${'a'.repeat(2 * mostBytes)}"}`)),
    ).toBe('link_too_large');
  });
});
