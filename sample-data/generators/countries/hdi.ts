import { seededRandom } from '../../random';
import { csvFile, type Files } from '../book';
import { countries } from './names';

const years = [2021, 2022];

/** The files of hdi/: four indicators of 40 countries and two regions, a row for each year. */
export function hdiFiles(): Files {
  const random = seededRandom(1990);
  const places = countries.slice(0, 40).map((country) => ({ ...country, level: random.next() }));
  const rows = years.flatMap((year, index) => {
    const own = places.map(({ code, name, level }) => {
      const now = Math.min(1, level + 0.02 * index + random.normal(0, 0.02));
      return [
        code,
        name,
        year,
        'Assessed',
        (53 + 31 * now + random.normal(0, 1.5)).toFixed(3),
        // some pass the upper bounds of 18 and 15 years
        (7 + 12 * now + random.normal(0, 0.5)).toFixed(3),
        Math.max(0.5, 1.5 + 12.5 * now + random.normal(0, 0.7)).toFixed(3),
        (900 + 84_000 * now * now * now + 800 * random.next()).toFixed(3),
      ];
    });
    const regions = ['North', 'South'].map((name, region) => [
      `ZZ${String(region + 1)}`,
      `${name}ern region`,
      year,
      '',
      ...['70.000', '13.000', '8.000', '12000.000'],
    ]);
    return [...own, ...regions];
  });
  const header = ['iso3', 'country', 'year', 'hdicode', 'le', 'eys', 'mys', 'gnipc'];
  return new Map([['indicators.csv', csvFile([header, ...rows], 'utf8')]]);
}
