import { sectionIds, type ClauseGroup, type Section, type SectionId } from '../../model/clause';
import type { Scheme } from '../shape';
import { economyGroups } from './economy';
import { scoreGroups } from './nodes';
import {
  flagGroups,
  rankGroups,
  rollUpGroups,
  starGroups,
  vetoGroups,
  yearGroups,
} from './results';
import { Teller } from './teller';
import { figureGroups, listGroups, rewardGroups } from './uses';
import { aboutGroups, columnGroups, noteGroups, screenGroups, subjectGroups } from './who';

const groups: Record<SectionId, (tell: Teller, scheme: Scheme) => ClauseGroup[]> = {
  about: aboutGroups,
  subject: subjectGroups,
  columns: columnGroups,
  screens: screenGroups,
  score: scoreGroups,
  vetoes: vetoGroups,
  rollUp: rollUpGroups,
  rank: rankGroups,
  stars: starGroups,
  year: yearGroups,
  flags: flagGroups,
  lists: listGroups,
  rewards: rewardGroups,
  economy: economyGroups,
  figures: figureGroups,
  notes: noteGroups,
};

/** A whole scheme as sentences, in the order of work. A section without groups says nothing in this document. */
export function sectionsOf(scheme: Scheme): Section[] {
  const tell = new Teller(scheme);
  return sectionIds.map((id) => ({ id, groups: groups[id](tell, scheme) }));
}
