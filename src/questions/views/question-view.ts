import type { Answer, TypeName } from '../types/index.js';
import type { ShownPicture } from '../bank/stored-question.js';

/** A question as its candidate sees it: what all types have, then what `asked` of its type names. */
export interface AskedQuestion {
  id: string;
  type: TypeName;
  text: string;
  picture?: ShownPicture;
  [field: string]: unknown;
}

export interface ControlsProps {
  question: AskedQuestion;
  /** What the fields' names begin with; a path follows, see `responseOf` of the web room. */
  name: string;
  response: Record<string, unknown> | null;
  /** The id of the element that says what is wrong with the answer. */
  errorId: string;
}

export interface ReviewProps {
  question: AskedQuestion;
  response: Record<string, unknown> | null;
  /** There if the policy shows it. */
  answer?: Answer | undefined;
  isRight?: boolean | undefined;
}

/** How people see one type of question. */
export interface QuestionView {
  /** Plain form fields, named as the response is spelt; they work without script. */
  Controls: (props: ControlsProps) => JSX.Element;

  /** The browser script that makes the fields richer. */
  script?: string;

  /** The fields hold the question's text themselves, gaps and all. */
  showsText?: true;

  /** The fields hold the question's picture themselves: it is not shown above them. */
  showsPicture?: true;

  /** A response, or the right answer, in words. */
  words: (question: AskedQuestion, held: Record<string, unknown>) => string;

  /** One's own answer beside the right one; without it, both are shown in words. */
  Review?: (props: ReviewProps) => JSX.Element;
}
