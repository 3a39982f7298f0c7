import { type AskedQuestion, bodyOf, questionType, type ShownPicture, type StoredBody } from '../../questions/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import type { PaperQuestion } from './paper.js';
import { posed } from './posed.js';

/** A question as its candidate sees it: every part is named here or in `asked` of its type. */
export interface CandidateQuestion extends AskedQuestion {
  marks: number;
  /** The case it belongs to. */
  case?: { id: string; text: string; picture?: ShownPicture };
  flagged: boolean;
  rev: number;
  response: Record<string, unknown> | null;
  savedAt: string | null;
}

type Shown = Pick<AttemptWithPaper, 'paper' | 'bodies' | 'answers' | 'flags' | 'settings'>;

export function candidateQuestions({ paper, bodies, answers, flags, settings }: Shown): CandidateQuestion[] {
  return paper.map((question) => {
    const { id, type, marks, versionId } = question;
    const body = bodies[versionId]!;
    const { text, picture } = bodyOf(body, question);
    const known = questionType(type);
    const asked = known.ask(posed(question, body, settings));
    const { rev = 0, response = null, savedAt = null } = answers[id] ?? {};
    return {
      ...{ id, type, marks, text: asked.text ?? text },
      ...(picture && { picture }),
      ...caseOf(question, body),
      ...known.asked.parse(asked),
      ...{ flagged: flags.includes(id), rev, response, savedAt },
    };
  });
}

function caseOf({ case: id }: PaperQuestion, { text, picture }: StoredBody): Pick<CandidateQuestion, 'case'> {
  return id === undefined ? {} : { case: { id, text, ...(picture && { picture }) } };
}
