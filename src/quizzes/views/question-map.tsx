import { Icon } from '../../web/index.js';
import type { CandidateQuestion } from '../paper/candidate-question.js';
import { count } from './words.js';

interface MapProps {
  questions: CandidateQuestion[];
}

/** Every question of the paper with its state, by shape and by word; folded away when it is long. */
export function QuestionMap({ questions }: MapProps): JSX.Element {
  return (
    <details class="question-map" open={questions.length <= 10}>
      <summary>
        <Icon name="list" size={18} />
        <span>All questions</span>
        <span class="question-map-count soft" safe>
          {answeredText(questions)}
        </span>
      </summary>
      <nav class="question-jump" aria-label="Questions">
        <ol>
          {questions.map((question, at) => (
            <Jump question={question} position={at + 1} />
          ))}
        </ol>
      </nav>
      <p class="question-legend soft">
        <span class="jump-mark is-answered">
          <Icon name="check" size={14} />
        </span>{' '}
        answered{' '}
        <span class="jump-mark">
          <Icon name="flag" size={14} />
        </span>{' '}
        flagged to look at again
      </p>
    </details>
  );
}

function Jump({ question, position }: { question: CandidateQuestion; position: number }): JSX.Element {
  const { id, response, flagged } = question;
  const isAnswered = response !== null;
  return (
    <li class={[isAnswered && 'is-answered', flagged && 'is-flagged']} data-jump={id}>
      <a href={`#question-${id}`}>
        <span class="visually-hidden">Question </span>
        {position}
        <span class="jump-answered">
          <Icon name="check" size={14} />
        </span>
        <span class="jump-flag">
          <Icon name="flag" size={14} />
        </span>
        <span class="visually-hidden question-jump-state" safe>
          {`${isAnswered ? ', answered' : ', open'}${flagged ? ', flagged' : ''}`}
        </span>
      </a>
    </li>
  );
}

export function answeredText(questions: CandidateQuestion[]): string {
  const answered = questions.filter(({ response }) => response !== null).length;
  const flagged = questions.filter((question) => question.flagged).length;
  return `${answered} of ${questions.length} answered${flagged > 0 ? `, ${count(flagged, 'question')} flagged` : ''}`;
}
