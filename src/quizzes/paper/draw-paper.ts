import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  bodyOf,
  type PoolQuestion,
  questionType,
  type StoredBody,
  type TypeName,
  type Variant,
} from '../../questions/index.js';
import { chooseQuestions, type DrawRules } from './choose-questions.js';
import { shuffled } from './shuffled.js';

/** The name of this way of drawing, kept with each paper; another way gets another name. */
export const drawAlgorithm = 'blueprint-xoroshiro128plus-2';

export interface DrawnQuestion {
  versionId: string;
  type: TypeName;
  marks: number;
  critical: boolean;
  /** The author's names of its options, in the order of this paper. */
  parts: string[];
  variant: Variant | null;
  /** The question of a case that this is. */
  part?: string;
}

/**
 * Draws what the blueprint says without repeating a question, each with its options in random order and its numbers.
 * The seed and the rules decide everything. Bodies are asked for once it is known whose.
 * @returns undefined when the blueprint cannot be filled
 */
export async function drawPaper(
  pool: readonly PoolQuestion[],
  rules: DrawRules,
  seed: number,
  bodiesOf: (versionIds: string[]) => Promise<Record<string, StoredBody>>,
): Promise<DrawnQuestion[] | undefined> {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const shuffle = <T>(from: readonly T[]) => shuffled(from, (least, most) => uniformInt(random, least, most));
  const chosen = chooseQuestions(pool, rules, shuffle);
  if (!chosen) return undefined;
  const questions = shuffle(chosen);
  const bodies = await bodiesOf(questions.map(({ versionId }) => versionId));
  return questions.flatMap((question) => {
    const { versionId, marks, critical } = question;
    const body = bodies[versionId]!;
    const pose = (type: TypeName, part?: string) => {
      const known = questionType(type);
      const own = bodyOf(body, { part });
      const authored = known.parts(own);
      return {
        ...{ versionId, type, parts: known.shuffled ? shuffle(authored) : authored },
        variant: known.draw?.(own, below) ?? null,
      };
    };
    if (question.type !== 'vignette') return [{ ...pose(question.type), marks, critical }];
    return body.parts!.map((part) => ({
      ...pose(part.type, part.id),
      ...{ marks: part.marks, critical: part.critical, part: part.id },
    }));
  });
}
