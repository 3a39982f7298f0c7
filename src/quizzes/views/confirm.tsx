import { ActForm, Alert, Layout, LinkButton, type PageContext, PageHeader, Time } from '../../web/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
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
  const open = questions
    .map((question, at) => ({ ...question, position: at + 1 }))
    .filter(({ response }) => response === null);
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
          <ul class="open-questions">
            {open.map(({ id, position, text }) => (
              <li>
                <a href={`${address}#question-${id}`} safe>
                  {`Question ${position}: ${text}`}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p>
        After submitting, answers can no longer be changed. A question without an answer earns no marks.
        {attempt.deadlineAt ? (
          <>
            {' '}
            What is saved is submitted by itself at <Time at={attempt.deadlineAt} />.
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
