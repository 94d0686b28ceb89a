/** A number that needs no more reading, as nearly all are: digits, a point, a minus. */
export const plainNumber = '-?\\d{1,14}(\\.\\d{1,9})?';

const whole = new RegExp(`^${plainNumber}$`);

/** The number of a cell that is written plainly; null for any other, which may be a number all the same. */
export function readPlainNumber(cell: string): number | null {
  return whole.test(cell) ? Number(cell) : null;
}
