import type { Messages } from '../../src/i18n';
import { number, percent } from '../../src/i18n/format';

/** What the data of every figure may be like. */
export const cases = ['usual', 'none', 'one', 'nulls', 'long', 'many'] as const;

export type Case = (typeof cases)[number];

export function caseNamed(name: string | null): Case {
  return cases.find((one) => one === name) ?? 'usual';
}

/** Makes the data of a case: plainly made up, the same at every run, fictional names with a number. */
export interface Sample {
  readonly t: Messages;
  /** The places of so many rows as are usual in a figure, or as the case has. */
  readonly places: (usual: number) => number[];
  readonly name: (place: number) => string;
  /** A value, or null where the case has gaps. */
  readonly gap: <T>(value: T, place: number) => T | null;
  readonly shown: (value: number) => string;
  readonly percent: (share: number) => string;
}

export function sampleOf(t: Messages, kind: Case): Sample {
  const sizes: Partial<Record<Case, number>> = { none: 0, one: 1, many: 1000 };
  const chinese = t.locale !== 'en';
  const name = (place: number) => (chinese ? `示例${place + 1}村` : `Village ${place + 1}`);
  const prefix = chinese
    ? '某某新型农村集体经济发展试验示范区管理委员会直属第'
    : 'Development and demonstration zone for the new rural collective economy, ';
  return {
    t,
    places: (usual) => Array.from({ length: sizes[kind] ?? usual }, (_, place) => place),
    name: (place) => (kind === 'long' ? prefix : '') + name(place),
    gap: (value, place) => (kind === 'nulls' && place % 3 === 1 ? null : value),
    shown: (value) => number(t, value),
    percent: (share) => percent(t, share),
  };
}

/** A figure of the gallery, as a page gives it to `Figure.svelte`. */
export interface Shown {
  /** Name of its golden file: that of the module, with what tells apart several of one. */
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly load: () => Promise<(width: number) => SVGSVGElement>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numeric: readonly number[];
}

/** Whole numbers from 0 to below `most`, spread without order. */
export function scattered(place: number, most: number): number {
  return (place * 37 + 11) % most;
}

export const nobody = (): void => undefined;
