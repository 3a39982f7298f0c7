import type { BlueprintSection } from '../../courses/index.js';
import type { PoolQuestion } from '../../questions/index.js';

/** What the choice depends on beside the pool and the seed. */
export interface DrawRules {
  blueprint: BlueprintSection[];
  /** Questions this person met before: others are preferred. */
  seen: string[];
  /** Questions that too many papers of late held: drawn only if nothing else fits. */
  overexposed: string[];
  /** Pairs of questions of which no paper holds both. */
  enemies: [string, string][];
}

type Candidate = Pick<PoolQuestion, 'pool' | 'slug' | 'questionId' | 'topic' | 'difficulty' | 'cognitive'>;
type Shuffle = <T>(from: readonly T[]) => T[];

const mostTries = 200;

/**
 * Chooses the questions of a paper, section by section, the section with least to choose from first. When enemies stand
 * in each other's way, another order is tried.
 * @returns undefined when the blueprint cannot be filled
 */
export function chooseQuestions<Q extends Candidate>(
  pool: readonly Q[],
  rules: DrawRules,
  shuffle: Shuffle,
): Q[] | undefined {
  const named = ({ pool: of, slug }: Candidate) => `${of}/${slug}`;
  const ordered = [...pool].sort((a, b) => (named(a) < named(b) ? -1 : 1));
  const sections = rules.blueprint
    .map((section, at) => ({ at, section, fit: ordered.filter((question) => fits(question, section)) }))
    .sort((a, b) => a.fit.length - a.section.count - (b.fit.length - b.section.count) || a.at - b.at);
  if (sections.some(({ section, fit }) => fit.length < section.count)) return undefined;
  const tier = tierOf(rules);
  const enemiesOf = enemyMap(rules.enemies);
  const once = (): Q[] | undefined => {
    const chosen = new Map<string, Q>();
    for (const { section, fit } of sections) {
      const wanted = chosen.size + section.count;
      const byPreference = shuffle(fit).sort((a, b) => tier(a) - tier(b));
      for (const question of byPreference) {
        if (chosen.size === wanted) break;
        const isTaken = chosen.has(question.questionId);
        if (!isTaken && !enemiesOf.get(question.questionId)?.some((enemy) => chosen.has(enemy)))
          chosen.set(question.questionId, question);
      }
      if (chosen.size < wanted) return undefined;
    }
    return [...chosen.values()];
  };
  for (let tries = 0; tries < mostTries; tries++) {
    const chosen = once();
    if (chosen) return chosen;
  }
  return undefined;
}

/** Smaller is better: first what is not worn out, then what this person has not met. */
function tierOf({ seen, overexposed }: DrawRules): (question: Candidate) => number {
  const [met, worn] = [new Set(seen), new Set(overexposed)];
  return ({ questionId }) => (worn.has(questionId) ? 2 : 0) + (met.has(questionId) ? 1 : 0);
}

function enemyMap(pairs: [string, string][]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    map.set(a, [...(map.get(a) ?? []), b]);
    map.set(b, [...(map.get(b) ?? []), a]);
  }
  return map;
}

export const fits = (question: Candidate, { pool, topic, difficulty, cognitive }: BlueprintSection): boolean =>
  question.pool === pool &&
  question.topic === (topic ?? question.topic) &&
  question.difficulty === (difficulty ?? question.difficulty) &&
  question.cognitive === (cognitive ?? question.cognitive);
