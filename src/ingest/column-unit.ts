import type { SourceColumn } from '../model/source';
import { moneyUnits, type MoneyUnit } from '../model/mapping';
import { readHeader } from './header';
import { scales } from './marks';

/** A unit as a power of ten of a plain one: 万人 is {unit: '人', power: 4}. */
export interface ScaledUnit {
  readonly unit: string | null;
  readonly power: number;
  /** The header itself says it; one above the table holds for columns of other units too. */
  readonly own: boolean;
}

/** The unit of a column of plain figures. */
export function scaledUnit(column: SourceColumn): ScaledUnit {
  const { unit } = column;
  if (unit === null) return { unit: null, power: 0, own: false };
  const own = readHeader(column.header).unit === unit;
  const plain = unit.replace(/^人民币/, '');
  const [, scale, rest = plain] = /^(百万|千万|万|亿|千(?=元))(.+)$/.exec(plain) ?? [];
  return { unit: rest, power: scale === undefined ? 0 : scales[scale as keyof typeof scales], own };
}

/** The power of ten of yuan that a unit of money is. */
export function powerOf(unit: MoneyUnit): number {
  return Math.round(Math.log10(moneyUnits[unit]));
}

/** The unit of money that a file means; null where it is none. */
export function moneyUnit(unit: string): MoneyUnit | null {
  const plain = unit.replace(/^人民币/, '');
  const whole = plain.endsWith('元') ? plain : `${plain}元`;
  return whole in moneyUnits ? (whole as MoneyUnit) : null;
}
