import type { scheme as zhCN } from './scheme.zh-CN';

/** Signs that the checks of documents use, in words. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [/^>=(.+)$/, 'at least $1'],
  [/^>(.+)$/, 'above $1'],
  [/^<=(.+)$/, 'at most $1'],
  [/^<(.+)$/, 'below $1'],
  [/^number$/, 'a number'],
  [/^Invalid integer.*$/, 'a whole number'],
];

/** Words of the scheme page. */
export const scheme: typeof zhCN = {
  title: 'Scheme',
  lead: 'A scheme says how scores, stars, ranks and rewards come about. Here it stands clause by clause, and its numbers can be changed in place. Changes make a draft; nothing counts by it until it is applied.',
  tabs: { gallery: 'All schemes', clauses: 'Clauses', compare: 'Compare' },
  contents: 'Contents',
  nothing: 'This scheme says nothing about it.',
  default: 'default',
  columns: {
    title: 'Scheme',
    id: 'Id',
    version: 'Version',
    cadence: 'Every',
    valid: 'In force',
    indicators: 'Indicators',
    origin: 'From',
    actions: 'Actions',
  },
  origins: { preset: 'built in', own: 'yours', draft: 'draft' },
  inUse: 'in use',
  read: 'Read',
  remove: 'Remove',
  validFrom: (from, to) => `${from} – ${to}`,
  choose: 'Scheme shown',
  apply: 'Apply',
  duplicate: 'Duplicate',
  discard: 'Discard the draft',
  export: 'Export JSON',
  import: 'Import',
  importHint: 'Scheme files can be dropped on this page, too.',
  applied: (title) => `Everything has been worked out by "${title}".`,
  isInUse: 'Results are worked out by this scheme.',
  notInUse: 'Results are not worked out by this scheme.',
  draftNote: (version) => `Draft, version ${version}; nothing counts by it yet.`,
  problems: (count) =>
    count === 1
      ? 'One thing must be put right before this can be applied:'
      : `${count} things must be put right before this can be applied:`,
  found: (found, should) => `It is ${found}, it should be ${should}.`,
  notNumber: (found) => (found === '' ? 'A number belongs here.' : `"${found}" is no number.`),
  allowed: (text) => {
    const known = allowed.find(([form]) => form.test(text));
    return known ? text.replace(known[0], known[1]) : text;
  },
  field: (clause, path) => `${clause} (${path})`,
  part: 'Part',
  weight: 'Weight',
  rules: 'Source and steps',
  from: 'From',
  to: 'To',
  differing: (count) => `Clauses that differ: ${count}`,
  same: (count) => `Clauses that are the same: ${count}`,
  noDifference: 'The clauses of both are the same.',
  kinds: { added: 'added', removed: 'removed', changed: 'changed', same: 'same' },
  section: 'Section',
  before: 'Was',
  after: 'Is',
};
