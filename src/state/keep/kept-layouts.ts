import * as v from 'valibot';
import type { TableLayout } from '../../model/layout';

const ordinal = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = v.strictObject({ first: ordinal, last: ordinal });

const layouts = v.array(
  v.strictObject({
    columns: span,
    header: v.array(ordinal),
    body: span,
    marked: v.array(
      v.strictObject({
        row: ordinal,
        kind: v.picklist([
          ...([
            'title',
            'unit',
            'header',
            'numbering',
            'group',
            'total',
            'note',
            'hidden',
          ] as const),
        ]),
        text: v.exactOptional(v.string()),
        by: v.exactOptional(v.picklist(['word', 'sum'])),
      }),
    ),
  }),
);

/** The tables of a sheet as they were kept; null where it is something else. */
export function parseLayout(kept: unknown): readonly TableLayout[] | null {
  const result = v.safeParse(layouts, kept);
  return result.success ? result.output : null;
}
