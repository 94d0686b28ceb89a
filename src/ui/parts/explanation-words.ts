import type { Messages } from '../../i18n';
import { number, percent } from '../../i18n/format';
import type { BoardLine, LevelLine, PeriodResult } from '../../state/board.svelte';
import type { Scheme } from '../../state/calculation.svelte';
import type { StarPlaces } from '../../state/explanation.svelte';

/** Why a result has the stars that it has: the rule that was met, and the quota above it that was not. */
export function starSentences(
  t: Messages,
  scheme: Scheme,
  result: PeriodResult,
  places: readonly StarPlaces[],
): string[] {
  if (result.score === null || result.stars === null) return [];
  const { score } = result;
  const words = t.explanation;
  const placesOf = (index: number) =>
    places.find((one) => one.clause === `stars.rules[${index}].top`)?.places ?? 0;
  if (!scheme.stars || !('rules' in scheme.stars)) return [];
  const { rules } = scheme.stars;
  const met = result.rule === null ? rules.length : result.rule - 1;
  const sentences = rules
    .slice(0, met)
    .flatMap((rule, index) =>
      rule.top && score >= (rule.atLeast ?? -Infinity)
        ? [words.quotaMissed(rule.stars, placesOf(index))]
        : [],
    );
  const rule = rules[met];
  if (!rule) return [...sentences, words.ruleNone(result.stars)];
  const atLeast = rule.atLeast === undefined ? null : number(t, rule.atLeast);
  const share = rule.top && 'share' in rule.top ? percent(t, rule.top.share) : null;
  if (share !== null && atLeast !== null)
    return [...sentences, words.ruleTop(rule.stars, share, placesOf(met), atLeast)];
  if (share !== null) return [...sentences, words.ruleQuota(rule.stars, share, placesOf(met))];
  return [...sentences, words.ruleCut(rule.stars, atLeast ?? t.common.none)];
}

/** Why a year has the level that it has: the line that was reached, or the next one that was not. */
export function levelSentences(
  t: Messages,
  line: BoardLine,
  lines: readonly LevelLine[],
): string[] {
  const words = t.explanation;
  const name = (level: number) => t.starBoard.levels[level] ?? '';
  const sentences: string[] = [];
  const got = lines.find((one) => one.level === line.level);
  if (got?.line !== undefined && got.line !== null) {
    sentences.push(words.levelGot(name(got.level), number(t, got.line), got.places));
  }
  const next = lines.find((one) => one.level === line.nextLevel);
  if (next?.line !== undefined && next.line !== null) {
    sentences.push(
      line.distance === 0 && next.places !== null
        ? words.levelFull(name(next.level), next.places)
        : words.levelNot(name(next.level), number(t, next.line)),
    );
  }
  return sentences;
}
