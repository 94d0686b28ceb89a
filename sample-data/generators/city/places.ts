import { at } from '../../random';
import { villagesOf, type Place } from '../places';

export const years = [2021, 2022, 2023] as const;
export type Year = (typeof years)[number];

export const tracks = ['一类 城市社区', '二类 城郊村居', '三类 农村'] as const;
export type Track = (typeof tracks)[number];

/** A village of the city. Its code stays what it is when its town is split and when it is renamed. */
export interface Village extends Place {
  readonly district: string;
  readonly track: Track;
  /** First year in which it is assessed. */
  readonly since: Year;
}

const plans = [
  { district: '璟川区', code: '990201', counts: [6, 6, 6, 6], mean: 80, yearly: 1.2 },
  { district: '韶浦县', code: '990202', counts: [8, 6, 6], mean: 74, yearly: 2.4 },
  { district: '漪岭区', code: '990203', counts: [5, 6, 5, 6], mean: 77, yearly: -0.6 },
] as const;

/** What the villages of a district score on the whole, and what that changes by the year. */
export const levels: ReadonlyMap<string, { mean: number; yearly: number }> = new Map(
  plans.map(({ district, mean, yearly }) => [district, { mean, yearly }]),
);

export const [first, second, third] = plans.map(({ district }) => district) as [
  string,
  string,
  string,
];

/** The first of each town is a community of the first track. */
export const villages: readonly Village[] = plans.flatMap(({ district, code, counts }, index) => {
  const before = plans.slice(0, index).map((plan) => plan.counts as readonly number[]);
  const places = villagesOf(code, counts, sum(before.flat()), before.flat().length);
  return places.map((place, number): Village => {
    const isFirst = places.findIndex(({ town }) => town === place.town) === number;
    const track = isFirst ? tracks[0] : at(tracks, number % 5 === 2 ? 0 : 1 + (number % 2));
    const isCommunity = track === tracks[0];
    return {
      district,
      town: place.town,
      name: isCommunity ? place.name.replace(/村$/, '社区') : place.name,
      code: isCommunity ? communityCode(place.code) : place.code,
      track,
      since: isNew(district, number) ? 2022 : 2021,
    };
  });
});

/** The number of a community is below 200 and not 0. */
function communityCode(code: string): string {
  return code.slice(0, 9) + String(Number(code.slice(9)) - 199).padStart(3, '0');
}

/** A community is set up in the first district at the beginning of the second year. */
function isNew(district: string, number: number): boolean {
  return district === plans[0].district && number === 12;
}

/** The town that is split at the beginning of the second year, and the one that its second half goes to. */
export const split = {
  town: at(
    villages.filter(({ district }) => district === second),
    0,
  ).town,
  into: '煦浦镇',
  since: 2022,
} as const;

/** The village that bears another name from the second year on. */
export const renamed = {
  code: at(
    villages.filter(({ district, town }) => district === second && town !== split.town),
    3,
  ).code,
  to: '新禾村',
  since: 2022,
} as const;

/** Whether a village is in the half that becomes a town of its own. */
export function leaves({ town }: Village, placeInTown: number): boolean {
  return town === split.town && placeInTown >= 4;
}

/** A village as it was called in a year. */
export function asOf(village: Village, year: Year): Village {
  const townsfolk = villages.filter(({ town }) => town === village.town);
  const isSplit = year >= split.since && leaves(village, townsfolk.indexOf(village));
  const isRenamed = year >= renamed.since && village.code === renamed.code;
  return {
    ...village,
    town: isSplit ? split.into : village.town,
    name: isRenamed ? renamed.to : village.name,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
