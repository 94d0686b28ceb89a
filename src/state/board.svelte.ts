import type { Engine } from '../engine/protocol';
import { compareLabels } from '../model/label';
import { comparePeriods } from '../model/period';
import { inSteps } from '../model/steps';
import {
  board,
  flagHolders,
  gaps,
  levelLines,
  periodResults,
  streaks,
  watched,
  years,
  type FlagLine,
  type Gap,
  type LevelLine,
} from '../views/questions/star-board';
import type { BoardLine, PeriodResult } from '../views/result-rows';
import { headlineFigures, type FigureLine } from '../views/questions/headline';
import { ask } from './ask';
import { Latest } from './latest.svelte';

export type { BoardLine, FigureLine, LevelLine, PeriodResult };

/** Everything that the star board shows of one year. */
export interface BoardYear {
  readonly year: number;
  readonly lines: readonly BoardLine[];
  readonly tracks: readonly string[];
  /** Results of the periods, by subject. */
  readonly results: ReadonlyMap<string, readonly PeriodResult[]>;
  /** Ids of the periods that have results, in order. */
  readonly periods: readonly string[];
  /** Those of them in which the scheme was not in force. */
  readonly rescored: readonly string[];
  /** In how many periods those that won five stars did so, by subject. */
  readonly fiveStars: ReadonlyMap<string, number>;
  /** The most that was won in a period. */
  readonly most: { readonly stars: number; readonly score: number };
  /** Years running at the top level, by subject. */
  readonly streaks: ReadonlyMap<string, number>;
  readonly watched: ReadonlySet<string>;
  /** Flags held after the last period, by subject. */
  readonly flags: ReadonlyMap<string, FlagLine>;
  readonly gaps: readonly Gap[];
  readonly levelLines: readonly LevelLine[];
  /** Headline figures by id, each of the last period that has it. */
  readonly figures: ReadonlyMap<string, FigureLine>;
}

/** The star board's data: asked for anew when year or data change, replaced and never edited. */
export class Board extends Latest<BoardYear> {
  readonly #engine: Engine;
  #years = $state.raw<readonly number[]>([]);
  /** Milliseconds from the question to the last answer. */
  #time = $state(0);

  constructor(engine: Engine) {
    super();
    this.#engine = engine;
  }

  get years(): readonly number[] {
    return this.#years;
  }

  get time(): number {
    return this.#time;
  }

  /** Asks for a year; the newest where the one wished for has no results. */
  async show(wished: number | null): Promise<void> {
    const start = performance.now();
    await this.answer(async (newest) => {
      const found = await ask(this.#engine, 'board-years', years());
      const year = found.find((one) => one === wished) ?? found[0];
      const data = await newest(year === undefined ? Promise.resolve(null) : this.#load(year));
      this.#years = found;
      this.#time = performance.now() - start;
      return data;
    });
  }

  async #load(year: number): Promise<BoardYear> {
    const [lines, results, running, named, held, missing, levels, figures] = await Promise.all([
      ask(this.#engine, 'board-lines', board(year)),
      ask(this.#engine, 'board-periods', periodResults(year)),
      ask(this.#engine, 'board-streaks', streaks(year)),
      ask(this.#engine, 'board-watched', watched(year)),
      ask(this.#engine, 'board-flags', flagHolders(year)),
      ask(this.#engine, 'board-gaps', gaps(year)),
      ask(this.#engine, 'board-levels', levelLines(year)),
      ask(this.#engine, 'board-figures', headlineFigures(year)),
    ]);
    const bySubject = new Map<string, PeriodResult[]>();
    const [periods, rescored] = [new Set<string>(), new Set<string>()];
    const fiveStars = new Map<string, number>();
    const most = { stars: 0, score: 0 };
    await inSteps(results, (result) => {
      const { subject, period, stars, score } = result;
      periods.add(period);
      if (!result.inForce) rescored.add(period);
      if (stars === 5) fiveStars.set(subject, (fiveStars.get(subject) ?? 0) + 1);
      most.stars = Math.max(most.stars, stars ?? 0);
      most.score = Math.max(most.score, score ?? 0);
      const list = bySubject.get(subject);
      if (list) list.push(result);
      else bySubject.set(subject, [result]);
    });
    return {
      year,
      lines,
      tracks: [...new Set(lines.map((line) => line.track))].sort(compareLabels),
      results: bySubject,
      periods: [...periods].sort(comparePeriods),
      rescored: [...rescored].sort(comparePeriods),
      fiveStars,
      most,
      streaks: new Map(running.map((line) => [line.subject, line.years])),
      watched: new Set(named),
      flags: new Map(held.map((line) => [line.subject, line])),
      gaps: missing,
      levelLines: levels,
      figures: new Map(figures.map((line) => [line.figure, line])),
    };
  }
}
