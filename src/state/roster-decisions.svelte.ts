import {
  decide,
  emptyCrosswalk,
  parseCrosswalk,
  serialiseCrosswalk,
  undo,
  type CrosswalkProblem,
} from '../ingest/crosswalk';
import { crosswalkCsv } from '../ingest/crosswalk-csv';
import { readCrosswalk } from '../ingest/read-crosswalk';
import type { Crosswalk, CrosswalkEntry, Decision, Proposal } from '../model/crosswalk';
import { onReopened, readStored, writeStored } from './stored';

/** What the user has decided about villages that were renamed, recoded, merged, split or moved; kept between visits. */
export class RosterDecisions {
  #crosswalk = $state.raw<Crosswalk>(keptCrosswalk());
  #problems = $state.raw<readonly CrosswalkProblem[]>([]);

  constructor() {
    onReopened(() => (this.#crosswalk = keptCrosswalk()));
  }

  get crosswalk(): Crosswalk {
    return this.#crosswalk;
  }

  /** What is wrong with the document that was to be read last. */
  get problems(): readonly CrosswalkProblem[] {
    return this.#problems;
  }

  get json(): string {
    return serialiseCrosswalk(this.#crosswalk);
  }

  get csv(): string {
    return crosswalkCsv(this.#crosswalk);
  }

  decide(proposal: Proposal, decision: Decision, note: string): void {
    this.#store(decide(this.#crosswalk, proposal, decision, note));
  }

  /** Brings back decisions as they were. */
  restore(crosswalk: Crosswalk): void {
    this.#store(crosswalk);
  }

  undo(entry: CrosswalkEntry): void {
    this.#store(undo(this.#crosswalk, entry));
  }

  /** Adds the decisions of a document; on what both decide, the document holds. @returns false where it is none */
  read(text: string): boolean {
    const parsed = readCrosswalk(text);
    this.#problems = parsed.ok ? [] : parsed.problems;
    if (!parsed.ok) return false;
    let crosswalk = this.#crosswalk;
    for (const entry of parsed.crosswalk.entries)
      crosswalk = decide(crosswalk, entry, entry.decision, entry.note);
    this.#store(crosswalk);
    return true;
  }

  #store(crosswalk: Crosswalk): void {
    this.#crosswalk = crosswalk;
    writeStored('crosswalk', crosswalk);
  }
}

function keptCrosswalk(): Crosswalk {
  const parsed = parseCrosswalk(readStored('crosswalk'));
  return parsed.ok ? parsed.crosswalk : emptyCrosswalk;
}
