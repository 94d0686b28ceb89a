import { visit } from 'jsonc-parser';
import { Fault } from '../../src/model/answer';
import { NumberText, type Nested } from './nested';

/** A key that stands more than once in one object; the last value counts. */
export interface RepeatedKey {
  readonly record: number;
  readonly key: string;
}

interface Open {
  readonly into: Map<string, Nested> | Nested[];
  key: string;
}

/** Where a document begins. */
export interface Start {
  readonly line: number;
  /** The record that the document is; null where it holds a list of them. */
  readonly record: number | null;
}

/**
 * Reads one JSON document, with every number as it is written.
 * @throws Fault `json_malformed` with line, column and record, all 1-based
 */
export function readJson(text: string, start: Start, repeated: RepeatedKey[]): Nested {
  let root: Nested | undefined;
  let records = start.record ?? 0;
  let listDepth = start.record === null ? Infinity : -1;
  const stack: Open[] = [];
  const malformed = (line: number, character: number) =>
    new Fault('json_malformed', {
      line: start.line + line,
      column: character + 1,
      record: Math.max(1, records),
    });
  const put = (value: Nested) => {
    const parent = stack.at(-1);
    if (stack.length === listDepth) records += 1;
    if (!parent) root = value;
    else if (Array.isArray(parent.into)) parent.into.push(value);
    else {
      if (parent.into.has(parent.key))
        repeated.push({ record: Math.max(1, records), key: parent.key });
      parent.into.set(parent.key, value);
    }
  };
  const open = (into: Open['into']) => {
    put(into);
    stack.push({ into, key: '' });
    // the outermost list is taken for that of the records
    if (Array.isArray(into)) listDepth = Math.min(listDepth, stack.length);
  };
  const close = () => {
    stack.pop();
  };
  const scalar = (value: unknown, offset: number, length: number) => {
    if (typeof value === 'number') put(new NumberText(text.slice(offset, offset + length)));
    else put(value as string | boolean | null);
  };
  try {
    visit(
      text,
      {
        onObjectBegin: () => open(new Map()),
        onArrayBegin: () => open([]),
        onObjectEnd: close,
        onArrayEnd: close,
        onObjectProperty: (key) => {
          const parent = stack.at(-1);
          if (parent) parent.key = key;
        },
        onLiteralValue: scalar,
        onError: (_code, _offset, _length, line, character) => {
          throw malformed(line, character);
        },
      },
      { disallowComments: true },
    );
  } catch (thrown) {
    // the library goes into each level by a call of its own
    if (thrown instanceof RangeError) throw new Fault('file_unreadable', { message: 'nesting' });
    throw thrown;
  }
  if (root === undefined) throw malformed(0, 0);
  return root;
}
