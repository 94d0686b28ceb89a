import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gb18030Transcoder } from '../../../workers/readers/gb18030';

function transcoded(bytes: Uint8Array, pieces: number): { text: string; replaced: boolean } {
  const transcoder = new Gb18030Transcoder();
  const parts: Buffer[] = [];
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length; at += size)
    parts.push(Buffer.from(transcoder.utf8(bytes.slice(at, at + size))));
  parts.push(Buffer.from(transcoder.end()));
  return { text: Buffer.concat(parts).toString('utf8'), replaced: transcoder.replaced };
}

/** Bytes as files have them: mostly characters and line ends, some of four bytes, some broken. */
const someBytes = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom([0xb4, 0xe5], [0xd0, 0xc7], [0xa1, 0xa4]) },
      { weight: 3, arbitrary: fc.constantFrom([0x31], [0x2c], [0x0a], [0x0d, 0x0a]) },
      { weight: 1, arbitrary: fc.constantFrom([0x81, 0x30, 0x81, 0x30], [0x95, 0x32, 0x82, 0x36]) },
      { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 }) },
    ),
    { maxLength: 60 },
  )
  .map((units) => Uint8Array.from(units.flat()));

test('it writes what the platform decodes, however the text is cut and whatever its bytes', () => {
  fc.assert(
    fc.property(someBytes, fc.integer({ min: 1, max: 9 }), (bytes, pieces) => {
      const expected = new TextDecoder('gb18030').decode(bytes);
      expect(transcoded(bytes, pieces)).toEqual({
        text: expected,
        replaced: expected.includes('\ufffd'),
      });
    }),
    { numRuns: 3000 },
  );
});

test('every character of two bytes is the one of the standard', () => {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) bytes.push(lead, trail, 0x0a);
  const all = Uint8Array.from(bytes);
  expect(transcoded(all, 1).text).toBe(new TextDecoder('gb18030').decode(all));
});
