import { tracks, villages, type Track, type Village } from './places';
import { at, type Random } from '../../random';
import { share } from '../share';

/** Money of a village in 2023, in 万元; undefined where it has none. */
export interface Economy {
  village: Village;
  income: number;
  profit: number;
  investment: number | undefined;
  dividend: number | undefined;
}

// The published totals. Whole hundredths of 万元, so that the sums are exact to the last digit.
const totalIncome = 1_168_480;
const totalProfit = 498_566;
const totalInvestment = 1_710_000;
const totalDividend = 286_500;
const investors = 84;
/** Some investors hold back their dividend in the first year. */
const payers = 76;
/** Shares are bought in lots of 10 万元. */
const lot = 1_000;

/** Land near the city earns more. */
const trackFactor: Record<Track, number> = { [tracks[0]]: 1, [tracks[1]]: 1.25, [tracks[2]]: 0.8 };

export function drawEconomy(random: Random): Economy[] {
  // A cube of a uniform draw is skewed as incomes are: many modest ones and a few large.
  const incomeWeights = villages.map(
    ({ track }) => trackFactor[track] * (0.3 + 2.6 * cube(random.next()) + 0.5 * random.next()),
  );
  const incomes = share(totalIncome, incomeWeights);
  const profits = share(
    totalProfit,
    incomes.map((income) => income * random.between(0.3, 0.56)),
  );

  const invests = largest(
    profits.map((profit) => profit * random.between(0.3, 1.7)),
    investors,
  );
  const lots = share(
    totalInvestment / lot,
    profits.map((profit, index) =>
      invests.has(index) ? 4_000 + profit * random.between(0.4, 1.6) : 0,
    ),
  );
  const pays = largest(
    lots.map((count) => count * random.between(0.5, 1.5)),
    payers,
  );
  const dividends = share(
    totalDividend,
    profits.map((profit, index) => (pays.has(index) ? profit * random.between(0.8, 1.2) : 0)),
  );

  return villages.map((village, index) => ({
    village,
    income: at(incomes, index) / 100,
    profit: at(profits, index) / 100,
    investment: invests.has(index) ? (at(lots, index) * lot) / 100 : undefined,
    dividend: pays.has(index) ? at(dividends, index) / 100 : undefined,
  }));
}

function cube(value: number): number {
  return value * value * value;
}

/** The indexes of the `count` largest values. */
function largest(values: readonly number[], count: number): Set<number> {
  const order = values.map((value, index) => ({ value, index }));
  order.sort((a, b) => b.value - a.value);
  return new Set(order.slice(0, count).map(({ index }) => index));
}
