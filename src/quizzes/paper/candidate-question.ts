import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { type Asked, questionType, type TypeName } from '../types/index.js';

/** A question as its candidate sees it: every part is named here or in `ask` of its type. */
export interface CandidateQuestion extends Asked {
  id: string;
  type: TypeName;
  marks: number;
  rev: number;
  response: object | null;
  savedAt: string | null;
}

type Shown = Pick<AttemptWithPaper, 'paper' | 'bodies' | 'answers'>;

export function candidateQuestions({ paper, bodies, answers }: Shown): CandidateQuestion[] {
  return paper.map(({ id, type, marks, slots, versionId }) => {
    const { text, options, unit } = questionType(type).ask(bodies[versionId]!, slots);
    const { rev = 0, response = null, savedAt = null } = answers[id] ?? {};
    return { id, type, marks, text, ...(options && { options }), ...(unit && { unit }), rev, response, savedAt };
  });
}
