import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUtf8 } from '../../../workers/readers/encoding';
import { behindCharacters } from '../../../workers/readers/utf8';

test.each(['é', '村', '𠮷', '村é𠮷村'])('characters are passed over whole: %s', (text) => {
  expect(behindCharacters(Buffer.from(`${text}a`), 0)).toBe(Buffer.byteLength(text));
});

test('bytes are taken for UTF-8 where the platform does so', () => {
  // mostly bytes that lead or go on, and those at the borders of what is allowed
  const byte = fc.oneof(
    fc.integer({ min: 0x80, max: 0xff }),
    fc.constantFrom(
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
    ),
  );
  fc.assert(
    fc.property(fc.array(byte, { minLength: 1, maxLength: 6 }), (bytes) => {
      const all = Uint8Array.from(bytes);
      expect(behindCharacters(all, 0)).toBe(isUtf8(all) ? all.length : -1);
    }),
    { numRuns: 5000 },
  );
});
