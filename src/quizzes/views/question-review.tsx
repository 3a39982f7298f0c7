import { Icon } from '../../web/index.js';
import type { ReviewedQuestion } from '../review/review.js';
import { responseText } from './words.js';

interface QuestionReviewProps {
  question: ReviewedQuestion;
  position: number;
  total: number;
}

/** One question of one's own paper: what one answered and, as the policy allows, what is right and why. */
export function QuestionReview({ question, position, total }: QuestionReviewProps): JSX.Element {
  const { marks, feedback, source } = question;
  return (
    <article class="question" aria-labelledby={`reviewed-${question.id}`}>
      <p class="question-number" safe>
        {`Question ${position} of ${total}${marks ? ` · ${marks.awarded} of ${marks.possible}` : ''}`}
      </p>
      <h3 class="question-text" id={`reviewed-${question.id}`} safe>
        {question.text}
      </h3>
      {question.options ? <Options question={question} /> : <Written question={question} />}
      {feedback ? (
        <div class="feedback">
          <p safe>{feedback}</p>
          {source ? <p class="soft" safe>{`Source: ${source}`}</p> : ''}
        </div>
      ) : (
        ''
      )}
    </article>
  );
}

interface Verdict {
  look?: 'is-right' | 'is-wrong';
  icon?: string;
  word?: string;
}

function verdict(isChosen: boolean, isRight: boolean | undefined): Verdict {
  if (isRight === undefined) return isChosen ? { icon: 'circle-dot', word: 'Your answer' } : {};
  if (isChosen && isRight) return { look: 'is-right', icon: 'circle-check', word: 'Your answer, right' };
  if (isChosen) return { look: 'is-wrong', icon: 'circle-x', word: 'Your answer, wrong' };
  return isRight ? { look: 'is-right', icon: 'circle-check', word: 'Right answer' } : {};
}

function Options({ question }: { question: ReviewedQuestion }): JSX.Element {
  const { option, options: several = [] } = (question.response ?? {}) as { option?: string; options?: string[] };
  const right = question.answer && 'options' in question.answer ? question.answer.options : undefined;
  return (
    <>
      {question.response === null ? <p class="soft">You gave no answer.</p> : ''}
      <ul class="options">
        {question.options!.map(({ id, text }) => (
          <Marked text={text} verdict={verdict(id === option || several.includes(id), right?.includes(id))} />
        ))}
      </ul>
    </>
  );
}

function Marked({ text, verdict: { look, icon, word } }: { text: string; verdict: Verdict }): JSX.Element {
  return (
    <li class={['option', look]}>
      <span safe>{text}</span>
      {word ? (
        <span class="option-mark">
          <Icon name={icon!} size={18} /> <span safe>{word}</span>
        </span>
      ) : (
        ''
      )}
    </li>
  );
}

/** True or false, or a number: one's own answer and the right one. */
function Written({ question }: { question: ReviewedQuestion }): JSX.Element {
  const { answer, isRight, response } = question;
  return (
    <ul class="options">
      <Marked
        text={response === null ? 'You gave no answer.' : responseText(question, response)}
        verdict={response === null ? {} : verdict(true, isRight)}
      />
      {answer && !isRight ? (
        <Marked text={`${responseText(question, answer)}${tolerance(question)}`} verdict={verdict(false, true)} />
      ) : (
        ''
      )}
    </ul>
  );
}

function tolerance({ answer, unit }: ReviewedQuestion): string {
  const allowed = answer && 'tolerance' in answer ? answer.tolerance : '0';
  return /^[0.]*$/.test(allowed) ? '' : `, give or take ${allowed}${unit ? ` ${unit}` : ''}`;
}
