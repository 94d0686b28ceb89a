import * as v from 'valibot';
import { identifier, name } from './common';

/** Bounds that a number is held against; every one that is given must hold. */
const bounds = {
  atLeast: v.optional(v.number()),
  atMost: v.optional(v.number()),
  above: v.optional(v.number()),
  below: v.optional(v.number()),
};

export type Condition =
  | {
      node: string;
      atLeast?: number | undefined;
      atMost?: number | undefined;
      above?: number | undefined;
      below?: number | undefined;
    }
  | {
      measure: string;
      atLeast?: number | undefined;
      atMost?: number | undefined;
      above?: number | undefined;
      below?: number | undefined;
    }
  | { attribute: string; is?: string[] | undefined; filled?: boolean | undefined }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** What must be true of a subject in a period. A figure that is absent meets no bound. */
export const condition: v.GenericSchema<Condition> = v.lazy(() =>
  v.pipe(
    v.union([
      v.pipe(
        v.strictObject({ node: identifier, ...bounds }),
        v.description('The value of a part of the score, after its steps.'),
      ),
      v.pipe(
        v.strictObject({ measure: name, ...bounds }),
        v.description('A measure of the period, as it stands in the data.'),
      ),
      v.pipe(
        v.strictObject({
          attribute: name,
          is: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
          filled: v.optional(v.boolean()),
        }),
        v.description(
          'Words about a subject: kind, district, town, track, or a column of words. `is` lists what they may be; `filled` asks whether there are any.',
        ),
      ),
      v.strictObject({ all: v.pipe(v.array(condition), v.minLength(1)) }),
      v.strictObject({ any: v.pipe(v.array(condition), v.minLength(1)) }),
      v.strictObject({ not: condition }),
    ]),
    v.description(
      'What must be true of a subject in a period. A figure that is absent meets no bound.',
    ),
  ),
);
