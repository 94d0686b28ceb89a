import type { DateCadence, Role } from '../model/mapping';
import { cadenceOf } from '../model/period';
import type { SourceColumn, SourceTable } from '../model/source';
import { isDate } from './dates';
import { readHeader } from './header';
import { periodOrigin } from './period';
import { simplified } from './simplified';

const dated = /(?:日期|时间|日|date|day)$/i;

/** Days on which something else happened than what a row is about: someone was born, the table was filled in. */
const otherDays =
  /出生|生日|成立|设立|入党|任职|到任|换届|填报|填表|报送|上报|打印|导出|制表|更新|创建|录入|修改|截止|公示|开始|结束|开工|竣工|起|止|birth|created|updated|modified|start|end|due|printed|exported/i;

/** Whether a column gives by its header the day that each row is of, and its cells bear that out. */
export function isDateColumn({ header, examples }: SourceColumn): boolean {
  const words = simplified(readHeader(header).name);
  return (
    dated.test(words) && !otherDays.test(words) && examples.length > 0 && examples.every(isDate)
  );
}

/**
 * What the days of a column of dates are rolled to where the user has not said it: the part of the year that the title,
 * sheet or file names, then what the header names, else months.
 */
export function cadenceOfDates(table: SourceTable, header: string, role: Role): DateCadence {
  const origin = periodOrigin(table);
  const cadence = origin ? cadenceOf(origin.period) : null;
  if (cadence === 'quarter' || cadence === 'half' || cadence === 'month') return cadence;
  const words = simplified(readHeader(header).name);
  if (role === 'year' || /年度|年份|year/i.test(words)) return 'year';
  if (/半年/.test(words)) return 'half';
  return /季|quarter/i.test(words) ? 'quarter' : 'month';
}
