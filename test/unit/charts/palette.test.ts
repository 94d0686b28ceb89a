import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  labelledShade,
  markShade,
  palette,
  series,
  shade,
  starShade,
} from '../../../src/charts/palette';
import { strongest } from '../../../src/charts/heat-map';
import { contrast, distance, lightOf, mixed, visions, type Light } from './colour';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

const themes = {
  light: tokensOf(':root {'),
  dark: tokensOf(":root[data-theme='dark'] {"),
};

function tokensOf(opening: string): ReadonlyMap<string, Light> {
  const block = css.slice(css.indexOf(opening)).split('}')[0] ?? '';
  const found = [...block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)];
  return new Map(found.map(([, name = '', hex = '']) => [name, lightOf(hex)]));
}

describe.each(Object.entries(themes))('in the %s theme', (_, tokens) => {
  /** A colour as the palette writes it: a token, or a mixture of two. */
  function lightIn(written: string): Light {
    const [full, , share, ground] =
      /^color-mix\(in oklab, (.+) (([\d.]+)%), (.+)\)$/.exec(written)?.slice(1) ?? [];
    if (full !== undefined && ground !== undefined)
      return mixed(lightIn(full), Number(share) / 100, lightIn(ground));
    const found = tokens.get(/^var\(--([\w-]+)\)$/.exec(written)?.[1] ?? '');
    if (!found) throw new Error(written);
    return found;
  }
  const onPaper = (written: string) => contrast(lightIn(written), lightIn(palette.paper));
  const apart = (one: string, other: string) =>
    Object.entries(visions).map(([vision, matrix]) => ({
      ...{ vision, one, other },
      distance: distance(lightIn(one), lightIn(other), matrix),
    }));
  const shares = Array.from({ length: 21 }, (_, index) => index / 20);

  test('every two series can be told apart with any cones lacking', () => {
    const pairs = series.flatMap((one, index) =>
      series.slice(index + 1).flatMap((other) => apart(one, other)),
    );
    expect(pairs).toHaveLength(15 * Object.keys(visions).length);
    expect(pairs.filter((pair) => pair.distance < 0.12)).toEqual([]);
  });

  test('so can every two meanings that stand in one figure', () => {
    const { up, down, accent, dot, star, starSoft, ink } = palette;
    const pairs = (
      [
        [up, down],
        [up, dot],
        [down, dot],
        [accent, dot],
        [accent, star],
        [accent, starSoft],
        [accent, ink],
        [star, starSoft],
        [star, dot],
        [starSoft, dot],
      ] as const
    ).flatMap(([one, other]) => apart(one, other));
    expect(pairs.filter((pair) => pair.distance < 0.08)).toEqual([]);
  });

  test('marks stand out from paper, and what is written in a colour can be read', () => {
    const { up, down, accent, dot, star, ink, quiet } = palette;
    const faint = [up, down, dot, star].filter((one) => onPaper(one) < 3);
    expect([...faint, ...shares.map(markShade).filter((one) => onPaper(one) < 3)]).toEqual([]);
    expect([ink, quiet, accent, ...series].filter((one) => onPaper(one) < 4.5)).toEqual([]);
  });

  test('shades grow from the least to the most, and lose no step with any cones lacking', () => {
    const ground = lightIn(shade(0));
    for (const scale of [shade, markShade, starShade]) {
      const lights = shares.map((share) => lightIn(scale(share)));
      for (const matrix of Object.values(visions)) {
        const way = lights.map((light) => distance(light, ground, matrix));
        const steps = way.slice(1).map((value, index) => value - (way[index] ?? 0));
        expect(Math.min(...steps)).toBeGreaterThan(0.005);
      }
    }
  });

  test('what is written on a shade can be read', () => {
    const onInk = [
      ...shares.map((share) => shade(share * strongest)),
      ...shares.map(starShade),
    ].filter((one) => contrast(lightIn(one), lightIn(palette.ink)) < 4.5);
    expect(onInk).toEqual([]);
    const labelled = shares.map(labelledShade);
    expect(
      labelled.filter(({ fill, text }) => contrast(lightIn(fill), lightIn(text)) < 4.5),
    ).toEqual([]);
  });
});
