import { tracks, type Track, type Village } from './places';
import type { Random } from '../../random';

export const years = [2021, 2022, 2023] as const;
export type Year = (typeof years)[number];

/** The tracks where one village is five-star in all three years. */
const steadyTracks: readonly Track[] = [tracks[0], tracks[2]];

/** The first two places of a track are its five-star villages. */
const fiveStarPlaces = 2;

/**
 * The villages of a track from best to worst, for every year. A village keeps most of its quality
 * from year to year; a few rise or fall far between 2022 and 2023.
 */
export function orderByYear(
  track: Track,
  members: readonly Village[],
  random: Random,
): Map<Year, Village[]> {
  const quality = new Map(members.map((village) => [village, random.normal(0, 1)]));
  const sorted = (): Village[] =>
    [...members].sort((a, b) => (quality.get(b) ?? 0) - (quality.get(a) ?? 0));
  const move = (village: Village, by: number): void => {
    quality.set(village, (quality.get(village) ?? 0) + by);
  };
  const steady = steadyTracks.includes(track) ? sorted()[0] : undefined;

  const orders = new Map<Year, Village[]>();
  let before: Village[] = [];
  for (const year of years) {
    for (const village of members) move(village, random.normal(0, 0.35));
    if (year === 2023) surprise(before, move, random);
    const order = sorted();
    // Nobody but the steady villages may hold on to the top through all three years.
    if (year === 2022) {
      for (const village of before.slice(0, fiveStarPlaces)) {
        place(order, village, random.whole(fiveStarPlaces + 1, fiveStarPlaces + 4));
      }
    }
    if (steady) place(order, steady, random.whole(0, fiveStarPlaces - 1));
    orders.set(year, order);
    before = order;
  }
  return orders;
}

/** Two villages of the lower half rise far and two of the upper third fall far. */
function surprise(
  before: readonly Village[],
  move: (village: Village, by: number) => void,
  random: Random,
): void {
  const part = (from: number, to: number): Village[] =>
    before.slice(Math.floor(from * before.length), Math.floor(to * before.length));
  for (const village of random.shuffle(part(0.55, 0.9)).slice(0, 2)) move(village, 1.8);
  for (const village of random.shuffle(part(0.12, 0.35)).slice(0, 2)) move(village, -2);
}

/** Moves a village of the order to a place. */
function place(order: Village[], village: Village, index: number): void {
  order.splice(order.indexOf(village), 1);
  order.splice(index, 0, village);
}
