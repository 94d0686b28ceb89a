import type { Finding, QualityCode } from '../model/finding';

const form = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** A figure or name that a finding carries; numbers with separators. */
function part({ detail }: Finding, key: string): string {
  const value = detail[key];
  return typeof value === 'number' ? form.format(value) : (value ?? '');
}

const personal: Readonly<Record<string, string>> = {
  person: 'names of people',
  phone: 'phone numbers',
  id: 'identity numbers',
  bank: 'bank card numbers',
  text: 'names, phone or identity numbers within text',
};

const personalOf = (found: Finding) => {
  const kind = personal[part(found, 'kind')] ?? 'personal data';
  return found.value === null
    ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
    : `"${found.value}" holds ${kind}`;
};

/** Words of what the checks of figures notice. */
export const qualityFindings: Record<QualityCode, (found: Finding) => string> = {
  total_mismatch: (found) =>
    `The row "${found.value ?? ''}" gives ${part(found, 'printed')} for "${part(found, 'header')}"; the ${part(found, 'rows')} rows it stands for add up to ${part(found, 'sum')}, a difference of ${part(found, 'difference')}. Check the total and the rows.`,
  mean_mismatch: (found) =>
    `The row "${found.value ?? ''}" gives ${part(found, 'printed')} for "${part(found, 'header')}"; the mean of the ${part(found, 'rows')} rows it stands for is ${part(found, 'mean')}. Check the mean and the rows.`,
  rank_contradicts: (found) =>
    `"${found.value ?? ''}" has ${part(found, 'score')} for "${part(found, 'header')}" and rank ${part(found, 'rank')}; row ${part(found, 'otherRow')} has ${part(found, 'otherScore')} and rank ${part(found, 'otherRank')}. Rank and score contradict each other; check them.`,
  rank_shared: (found) =>
    `"${found.value ?? ''}" has ${part(found, 'score')} for "${part(found, 'header')}", row ${part(found, 'otherRow')} has ${part(found, 'otherScore')}, yet both are ranked ${part(found, 'rank')}. Check them.`,
  rank_tie_split: (found) =>
    found.count > 1
      ? `All ${found.count} groups with equal "${part(found, 'header')}" have different ranks (${part(found, 'score')} is ranked ${part(found, 'ranks')}, for one). If something else decides, say what; otherwise they should share a rank.`
      : `"${part(found, 'header')}" is ${part(found, 'score')} in rows ${part(found, 'rows')}, yet the ranks are ${part(found, 'ranks')}. They should share a rank, or a note should say what decides.`,
  rank_gap: (found) =>
    `No row has rank ${found.value ?? ''}, and no tie explains it. Check for missing rows or wrong ranks.`,
  parts_mismatch: (found) =>
    `"${part(found, 'header')}" is given as ${part(found, 'whole')}, but ${part(found, 'parts')} come to ${part(found, 'sum')}; in the other rows they agree. Check this row.`,
  parts_exceed: (found) =>
    `"${part(found, 'header')}" is ${part(found, 'part')}, more than the ${part(found, 'whole')} of "${part(found, 'wholeHeader')}" that it is part of. Check this row.`,
  shares_mismatch: (found) =>
    `"${part(found, 'headers')}" add up to ${part(found, 'sum')}%, not to 100%. Check the shares.`,
  count_mismatch: (found) =>
    `The text speaks of ${part(found, 'said')} (${part(found, 'unit')}), the table has ${part(found, 'rows')} rows of data. Check whether rows are missing or the text is wrong.`,
  row_repeated: (found) =>
    `The same as row ${part(found, 'other')} in every cell${found.count > 1 ? `; ${found.count} rows of this table repeat others` : ''}. If it was entered twice, correct it, or don't take it as data on the Mapping page.`,
  subject_repeated: (found) =>
    `"${found.value ?? ''}" stands in row ${part(found, 'other')} already. If these are two villages of one name, add the town or code; otherwise check which row is right.`,
  checks_skipped: (found) =>
    `There are many rows (${form.format(found.count)}); totals, ranks, repeats and shares were not checked row by row. Checks across tables are made as usual.`,
  subject_missing: (found) =>
    `${found.value ?? ''}: no data for ${found.about ?? ''}${found.count > 3 ? ` and others, ${found.count} in all` : ''}, though other periods have some. Check whether it is missing or was renamed.`,
  period_gap: (found) =>
    `There is data for ${found.value ?? ''} and later, but none for ${found.about ?? ''} between. Add the files, or check the periods.`,
  unit_jump: (found) =>
    `"${part(found, 'measure')}" of ${part(found, 'name')} in ${part(found, 'period')} is "${found.value ?? ''}", about ${part(found, 'factor')} times that of other periods. Check the unit (yuan or ten thousand yuan) or the decimal point.`,
  unit_jump_table: (found) =>
    `The whole column "${found.value ?? ''}" is about ${part(found, 'factor')} times the same measure in other tables (${found.count} villages compared). Check the unit of this column on the Mapping page.`,
  outlier: (found) =>
    `"${part(found, 'measure')}" of ${part(found, 'name')} in ${part(found, 'period')} is "${found.value ?? ''}"; most of its ${part(found, 'peers')} peers lie between ${part(found, 'low')} and ${part(found, 'high')}. It may be right; check it.`,
  personal_replaced: (found) =>
    `${personalOf(found)}; ${form.format(found.count)} cells were replaced by pseudonyms, the same in every file for the same content.`,
  personal_dropped: (found) =>
    `${personalOf(found)}; ${form.format(found.count)} cells were removed.`,
  personal_kept: (found) =>
    `${personalOf(found)}; ${form.format(found.count)} cells were kept as they are, as you chose.`,
};
