import { type AskedQuestion, viewOf } from '../../questions/index.js';
import { Button, Icon } from '../../web/index.js';
import type { CandidateQuestion } from '../paper/candidate-question.js';
import { answerName, revName } from '../paper-form.js';
import type { Unsaved } from '../save-paper.js';
import { Picture } from './picture.js';
import { count } from './words.js';

interface QuestionProps {
  question: CandidateQuestion;
  position: number;
  total: number;
  isPractice: boolean;
  unsaved: Unsaved | undefined;
}

/** One question to answer, as a group of plain form controls. */
export function Question({ question, position, total, isPractice, unsaved }: QuestionProps): JSX.Element {
  const { id, type, rev } = question;
  const invalid = unsaved?.invalid[id];
  const { Controls, showsText, showsPicture } = viewOf(type);
  const response = (invalid ? invalid.typed : question.response) as CandidateQuestion['response'];
  return (
    <fieldset
      class="question"
      id={`question-${id}`}
      data-question={id}
      data-type={type}
      data-rev={rev}
      data-saved={JSON.stringify(question.response)}
    >
      <legend>
        <span class="question-number" safe>
          {`Question ${position} of ${total}${question.marks > 1 ? `, ${count(question.marks, 'mark')}` : ''}`}
        </span>
        <span class="question-text" safe>
          {showsText ? 'Fill in the gaps.' : question.text}
        </span>
      </legend>
      <input type="hidden" name={revName(id)} value={String(rev)} />
      <p class="field-error question-error" id={`error-${id}`} hidden={!invalid}>
        <Icon name="circle-alert" size={18} />{' '}
        <span class="question-error-text" safe>
          {invalid?.sentence ?? ''}
        </span>
      </p>
      {unsaved && id in unsaved.stale ? <Stale question={question} mine={unsaved.stale[id]} /> : ''}
      {question.picture && !showsPicture ? <Picture picture={question.picture} /> : ''}
      <Controls question={question} name={answerName(id)} response={response} errorId={`error-${id}`} />
      <div class="question-acts">
        {isPractice ? (
          <Button name="action" value={`check:${id}`} look="secondary" icon="check" small>
            Check this answer
          </Button>
        ) : (
          ''
        )}
        <FlagButton question={question} position={position} />
      </div>
    </fieldset>
  );
}

/** To find the question again later; it changes nothing in the marks. */
function FlagButton({ question: { id, flagged }, position }: Pick<QuestionProps, 'question' | 'position'>) {
  return (
    <button
      class="button button-quiet button-small question-flag"
      name="action"
      value={`${flagged ? 'unflag' : 'flag'}:${id}`}
      aria-pressed={flagged}
      aria-label={`Flag question ${position}`}
    >
      <Icon name="flag" size={18} />
      <span class="question-flag-word">{flagged ? 'Flagged' : 'Flag'}</span>
    </button>
  );
}

/** Both answers, when two windows disagree; what is saved stays until the learner decides. */
function Stale({ question, mine }: { question: CandidateQuestion; mine: unknown }): JSX.Element {
  return (
    <p class="question-conflict" role="alert">
      This answer was changed in another window. Saved there:{' '}
      <strong safe>{inWords(question, question.response)}</strong>. Chosen here:{' '}
      <strong safe>{inWords(question, mine)}</strong>. The saved one is shown; change it if you want the other.
    </p>
  );
}

const inWords = (question: AskedQuestion, held: unknown): string =>
  held ? viewOf(question.type).words(question, held as Record<string, unknown>) : 'no answer';
