import type { BlueprintSection } from '../../courses/index.js';
import type { PoolPlace, PoolQuestion } from '../../questions/index.js';
import { fits } from '../paper/choose-questions.js';

/** A line of a blueprint: a cell of topic, difficulty and level, where what is not named may be any. */
export interface CoveredCell extends BlueprintSection {
  /** Approved, valid today and not retired. */
  drawable: number;
  /** So many of these can stand in one paper: no two of them are enemies. */
  apart: number;
  notApproved: number;
  /** Approved, but drawn only from a later day or no longer. */
  notValid: number;
}

interface Bank {
  pool: PoolQuestion[];
  enemies: [string, string][];
  places: PoolPlace[];
}

/** What the bank holds for each cell. */
export function coverCells(sections: BlueprintSection[], { pool, enemies, places }: Bank): CoveredCell[] {
  return sections.map((section) => {
    const fit = pool.filter((question) => fits(question, section)).map(({ questionId }) => questionId);
    const inCell = places.filter((place) => fits({ ...place, slug: '', questionId: '' }, section));
    const of = (state: PoolPlace['state']) =>
      inCell.reduce((sum, place) => sum + (place.state === state ? place.questions : 0), 0);
    return {
      ...section,
      ...{ drawable: fit.length, apart: mostApart(fit, enemies) },
      ...{ notApproved: of('not approved'), notValid: of('not valid') },
    };
  });
}

/**
 * How many of these questions can stand together, taking the one with the fewest enemies first: exact where enemies come
 * in pairs, rows or groups, and never more than can be.
 */
export function mostApart(ids: string[], pairs: [string, string][]): number {
  const left = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const [a, b] of pairs) {
    if (!left.has(a) || !left.has(b)) continue;
    left.get(a)!.add(b);
    left.get(b)!.add(a);
  }
  let taken = 0;
  while (left.size > 0) {
    const [id, enemies] = [...left].reduce((least, each) => (each[1].size < least[1].size ? each : least));
    taken += 1;
    for (const gone of [id, ...enemies]) {
      left.delete(gone);
      for (const others of left.values()) others.delete(gone);
    }
  }
  return taken;
}
