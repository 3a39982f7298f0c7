import { ActForm, Alert, Badge, Layout, LinkButton, type PageContext, PageHeader, Time } from '../../web/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { deadlineAt } from '../attempts/time-left.js';
import type { CandidateQuestion } from '../paper/candidate-question.js';
import { attemptAddress } from '../quiz-address.js';
import { count } from './words.js';

interface ConfirmProps {
  page: PageContext;
  attempt: AttemptWithPaper;
  questions: CandidateQuestion[];
}

/** The last look before the paper is handed in: what is still open, and what submitting does. */
export function ConfirmView({ page, attempt, questions }: ConfirmProps): JSX.Element {
  const address = attemptAddress(attempt);
  const open = questions.filter(({ response }) => response === null);
  const deadline = deadlineAt(attempt, attempt.now);
  return (
    <Layout
      page={page}
      title={`Submit ${attempt.quiz.title}?`}
      width="player"
      tone="working"
      exit={{ href: address, label: 'Back to the questions' }}
    >
      <PageHeader title="Submit your answers?" kicker={`${attempt.quiz.title} · Attempt ${attempt.number}`} />
      {open.length === 0 ? (
        <Alert kind="success">
          <p safe>{`All ${questions.length} questions are answered and saved.`}</p>
        </Alert>
      ) : (
        <Alert kind="warning" title={`${count(open.length, 'question')} without an answer`}>
          <p>They are marked below. Each number leads to its question.</p>
        </Alert>
      )}
      <AllQuestions questions={questions} address={address} />
      <p>
        After submitting, answers can no longer be changed. A question without an answer earns no marks.
        {deadline ? (
          <>
            {' '}
            What is saved is submitted by itself at <Time at={deadline} />.
          </>
        ) : (
          ''
        )}
      </p>
      <div class="form-actions">
        <ActForm action={`${address}/submission`} label="Submit answers" look="primary" />
        <LinkButton href={address} look="secondary">
          Back to the questions
        </LinkButton>
      </div>
    </Layout>
  );
}

/** The whole paper by state: open ones cannot be overlooked. */
function AllQuestions({ questions, address }: Pick<ConfirmProps, 'questions'> & { address: string }): JSX.Element {
  return (
    <ol class="paper-summary">
      {questions.map(({ id, text, response, flagged }, at) => (
        <li>
          <a href={`${address}#question-${id}`} safe>
            {`Question ${at + 1}`}
          </a>
          <span class="paper-summary-text" safe>
            {text.replace(/\{\{[^}]*\}\}/g, '…')}
          </span>
          <span class="paper-summary-state">
            {flagged ? <Badge label="Flagged" kind="outline" icon="flag" /> : ''}
            {response === null ? (
              <Badge label="Open" kind="signal" />
            ) : (
              <Badge label="Answered" kind="accent" icon="check" />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
