import { Fault } from '../model/answer';
import type { Row } from '../model/row';

/** Answers kept until the data changes. */
const keptAnswers = 60;

/** How a question is given up: a newer one takes its place, or the user stops it. */
export type GivenUp = 'superseded' | 'cancelled';

/** A question under way; it is stopped when nobody waits for it any more. */
interface Pending {
  readonly key: string;
  readonly rows: Promise<readonly Row[]>;
  readonly stop: (how: GivenUp) => void;
  waiting: number;
}

/** What a consumer waits for. */
interface Turn {
  readonly pending: Pending;
  /** How it was given up, if it was. */
  ended: GivenUp | null;
}

/** A question as it is put to the engine, and the way to stop it. */
interface Put {
  readonly rows: Promise<readonly Row[]>;
  readonly stop: (how: GivenUp) => void;
}

/**
 * The questions of all consumers. Identical ones are asked once, a consumer's newer question supersedes its older one,
 * and answers are kept until the data changes.
 */
export class Questions {
  readonly #put: (sql: string, consumer: string) => Put;
  readonly #pending = new Map<string, Pending>();
  readonly #turns = new Map<string, Turn>();
  readonly #answers = new Map<string, readonly Row[]>();
  /** Counts the changes of data or views; an answer to an older state is not kept. */
  #version = 0;

  constructor(put: (sql: string, consumer: string) => Put) {
    this.#put = put;
  }

  /** @throws Fault `superseded`, `cancelled`, or what the engine answers */
  async rows(consumer: string, sql: string): Promise<readonly Row[]> {
    const known = this.#answers.get(sql);
    // the new question is taken up before the old one is let go: they may be the same
    const turn: Turn | null = known ? null : { pending: this.#ask(sql, consumer), ended: null };
    this.end(consumer, 'superseded');
    if (known || !turn) return known ?? [];
    this.#turns.set(consumer, turn);
    try {
      const rows = await turn.pending.rows;
      if (turn.ended !== null) throw new Fault(turn.ended);
      return rows;
    } catch (thrown) {
      throw turn.ended === null ? thrown : new Fault(turn.ended);
    } finally {
      if (this.#turns.get(consumer) === turn) this.#turns.delete(consumer);
    }
  }

  /** Gives up what a consumer waits for; the engine stops a question that nobody else waits for. */
  end(consumer: string, how: GivenUp): void {
    const turn = this.#turns.get(consumer);
    if (!turn) return;
    this.#turns.delete(consumer);
    turn.ended = how;
    const { pending } = turn;
    pending.waiting -= 1;
    if (pending.waiting > 0 || this.#pending.get(pending.key) !== pending) return;
    this.#pending.delete(pending.key);
    pending.stop(how);
  }

  /** The data has changed: answers given so far are those of another state. */
  forgetAnswers(): void {
    this.#version += 1;
    this.#answers.clear();
  }

  /** The question under way with this SQL over this state of the data, or a new one. */
  #ask(sql: string, consumer: string): Pending {
    const version = this.#version;
    const key = `${version} ${sql}`;
    const underWay = this.#pending.get(key);
    if (underWay) {
      underWay.waiting += 1;
      return underWay;
    }
    const { rows, stop } = this.#put(sql, consumer);
    const answered = rows
      .then((found) => {
        if (version === this.#version) this.#remember(sql, found);
        return found;
      })
      .finally(() => {
        if (this.#pending.get(key) === pending) this.#pending.delete(key);
      });
    const pending: Pending = { key, rows: answered, stop, waiting: 1 };
    this.#pending.set(key, pending);
    return pending;
  }

  #remember(sql: string, rows: readonly Row[]): void {
    const oldest =
      this.#answers.size >= keptAnswers ? this.#answers.keys().next().value : undefined;
    if (oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(sql, rows);
  }
}
