import { MarkedOption, verdict } from '../views/marked-option.js';
import type { AskedQuestion, QuestionView, ReviewProps } from '../views/question-view.js';

const optionsOf = (question: AskedQuestion) => question['options'] as { id: string; text: string }[];

/** The chosen options of a response, whether one or several could be chosen. */
const chosenIn = (held: Record<string, unknown> | null): string[] =>
  [held?.['option'] ?? held?.['options'] ?? []].flat() as string[];

/** What single and multiple choice show alike. */
export const choiceView = {
  words: (question, held) =>
    optionsOf(question)
      .filter(({ id }) => chosenIn(held).includes(id))
      .map(({ text }) => text)
      .join('; '),

  Review({ question, response, answer }: ReviewProps): JSX.Element {
    const chosen = chosenIn(response);
    const right = answer && chosenIn(answer);
    return (
      <>
        {response === null ? <p class="soft">You gave no answer.</p> : ''}
        <ul class="options">
          {optionsOf(question).map(({ id, text }) => (
            <MarkedOption text={text} verdict={verdict(chosen.includes(id), right?.includes(id))} />
          ))}
        </ul>
      </>
    );
  },
} satisfies Partial<QuestionView>;
