/** Red, green and blue, from 0 to 1 in light, not as they are written. */
export type Light = readonly [number, number, number];

type Matrix = readonly [Light, Light, Light];

const none: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** What readers see who lack one kind of cone wholly: Machado, Oliveira and Fernandes, 2009. */
export const visions: Readonly<Record<string, Matrix>> = {
  'all cones': none,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** @param hex such as #1a6aa6 */
export function lightOf(hex: string): Light {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** WCAG's ratio, from 1 to 21. */
export function contrast(one: Light, other: Light): number {
  const [dark = 0, bright = 0] = [one, other]
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** How far apart two colours are in OKLab for a vision: 0.02 can just be told apart side by side. */
export function distance(one: Light, other: Light, vision: Matrix): number {
  const [a, b] = [one, other].map((light) => oklab(clamped(times(vision, light))));
  return Math.hypot(...(a ?? []).map((value, at) => value - (b?.[at] ?? 0)));
}

/** `color-mix(in oklab, full share, ground)`. */
export function mixed(full: Light, share: number, ground: Light): Light {
  const [a, b] = [oklab(full), oklab(ground)];
  const at = (index: 0 | 1 | 2) => a[index] * share + b[index] * (1 - share);
  return clamped(fromOklab([at(0), at(1), at(2)]));
}

function times([a, b, c]: Matrix, light: Light): Light {
  const row = (one: Light) => one[0] * light[0] + one[1] * light[1] + one[2] * light[2];
  return [row(a), row(b), row(c)];
}

function clamped(light: Light): Light {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return [within(light[0]), within(light[1]), within(light[2])];
}

function oklab(light: Light): Light {
  const [long, medium, short] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(long), Math.cbrt(medium), Math.cbrt(short)],
  );
}

function fromOklab(lab: Light): Light {
  const [long, medium, short] = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  );
  return times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    [long ** 3, medium ** 3, short ** 3],
  );
}
