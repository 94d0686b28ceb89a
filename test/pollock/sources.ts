import { quote, quoteWhereNeeded } from './csv-text';

/** A table of figures and text to be spoiled, and how its fields are written. */
export interface Source {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly field: (cell: string) => string;
}

/** Whole numbers below a bound, the same ones on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Roll = ReturnType<typeof dice>;

const pick = (roll: Roll, items: readonly string[]) => items[roll(items.length)] ?? '';
const two = (value: number) => String(value).padStart(2, '0');

const openings = ['The well', 'A bench', 'New lamp', 'Old gate', 'Our "long" table', 'Paint'];
const middles = ['was mended', 'is missing', 'came late', 'stands by the mill', 'fits, mostly'];
const endings = ['in spring', 'again', 'for 3 days', 'after rain, wind and hail', 'at last'];

/** Prose with commas and quotes in it. */
function prose(roll: Roll, most: number): string {
  const count = 1 + roll(most);
  return Array.from(
    { length: count },
    () => `${pick(roll, openings)} ${pick(roll, middles)} ${pick(roll, endings)}.`,
  ).join(' ');
}

/** Orders of a depot: dates, times, codes, prices, prose, links; quoted only where a field needs it. */
export function orders(count: number): Source {
  const roll = dice(7);
  const rows = Array.from({ length: count }, () => [
    `${two(1 + roll(28))}/${two(1 + roll(12))}/20${two(18 + roll(5))}`,
    `${two(roll(24))}:${two(roll(60))}`,
    String(1 + roll(40)),
    `KD-${two(roll(100))}${two(roll(100))}`,
    `${roll(90)}.${two(roll(100))}`,
    pick(roll, ['Lamp', 'Ladder', 'Bucket', 'Rope', 'Garden chair']),
    prose(roll, 3),
    `https://depot.example/${roll(9000)}`,
    roll(3) === 0 ? '' : prose(roll, 1),
  ]);
  const header = ['Day', 'Hour', 'Pieces', 'Code', 'Price', 'Kind', 'About', 'Link', 'Note'];
  return { name: 'orders', header, rows, field: quoteWhereNeeded };
}

/** Readings of meters: every field quoted. */
export function readings(count: number): Source {
  const roll = dice(11);
  const rows = Array.from({ length: count }, (_, index) => [
    String(1000 + index),
    pick(roll, ['north', 'south', 'east', 'hill foot']),
    `20${two(10 + roll(14))}-${two(1 + roll(12))}-${two(1 + roll(28))}`,
    `${roll(400)}.${roll(10)}`,
    roll(4) === 0 ? '' : String(roll(500)),
    pick(roll, ['ok', 'doubtful', 'lost']),
    prose(roll, 2),
  ]);
  const header = ['Number', 'Place', 'Read on', 'Level', 'Flow', 'State', 'Remark'];
  return { name: 'readings', header, rows, field: quote };
}

/** Guests of a house: nothing of it is like the others. Kept to check what was tuned with them. */
export function guests(count: number): Source {
  const roll = dice(23);
  const rows = Array.from({ length: count }, () => [
    pick(roll, ['Ada Holm', 'Bo Lind', 'Cy Marsh', 'Dee "Dot" Quill', 'Eli Stone']),
    `${1 + roll(28)} ${pick(roll, ['Jan', 'May', 'Oct'])} ${2015 + roll(9)}`,
    pick(roll, ['single', 'double', 'family']),
    String(1 + roll(9)),
    `€${40 + roll(200)}.00`,
    `${two(6 + roll(5))}:${two(roll(60))} AM`,
    `guest${roll(900)}@inn.example`,
    roll(2) === 0
      ? ''
      : pick(roll, ['late, by train', 'has a dog', 'vegan', 'asks for "quiet" room']),
    `+40 ${roll(900)} ${two(roll(100))} ${two(roll(100))}`,
    roll(5) === 0 ? '' : `${roll(100)}%`,
  ]);
  const header = [
    'Guest',
    'Arrival',
    'Room',
    'Nights',
    'Rate',
    'Wake up',
    'Mail',
    'Wishes',
    'Phone',
  ];
  return { name: 'guests', header: [...header, 'Filled'], rows, field: quoteWhereNeeded };
}
