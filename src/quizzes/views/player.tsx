import { formatInstant } from '../../shared/index.js';
import {
  Button,
  emptyForm,
  FormErrors,
  type FormState,
  Icon,
  Layout,
  type PageContext,
  PageHeader,
} from '../../web/index.js';
import { viewOf } from '../../questions/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { type CandidateQuestion, candidateQuestions } from '../paper/candidate-question.js';
import { answerName } from '../paper-form.js';
import { attemptAddress, quizAddress } from '../quiz-address.js';
import type { Unsaved } from '../save-paper.js';
import { Question } from './question.js';

interface PlayerProps {
  page: PageContext;
  attempt: AttemptWithPaper;
  unsaved?: Unsaved;
}

/** The paper: all questions on one page, in one form that works as it is; the script saves as one goes. */
export function PlayerView({ page, attempt, unsaved }: PlayerProps): JSX.Element {
  const { id, quiz, number } = attempt;
  const questions = candidateQuestions(attempt);
  const form = errorsOf(unsaved);
  return (
    <Layout
      page={page}
      title={`${quiz.title} · Attempt ${number}`}
      width="player"
      tone="working"
      scripts={['quiz-player', ...new Set(questions.flatMap(({ type }) => viewOf(type).script ?? []))]}
      exit={{ href: quizAddress(quiz.course, quiz.slug), label: 'Leave for now' }}
      form={form}
    >
      <FormErrors form={form} />
      <PageHeader title={quiz.title} kicker={`Attempt ${number}`} />
      <quiz-player
        attempt-id={id}
        started-at={attempt.startedAt.toISOString()}
        deadline={attempt.deadlineAt?.toISOString()}
        server-now={attempt.now.toISOString()}
        result-url={`${attemptAddress(attempt)}/result`}
      >
        <form class="quiz-paper" method="post" action={attemptAddress(attempt)} novalidate autocomplete="off">
          <Bar attempt={attempt} questions={questions} />
          <Jump questions={questions} />
          {questions.map((question, at) => (
            <Question question={question} position={at + 1} total={questions.length} unsaved={unsaved} />
          ))}
          <div class="form-actions">
            <Button name="action" value="review" iconAfter="arrow-right">
              Review and submit
            </Button>
          </div>
        </form>
        <p class="visually-hidden quiz-announcer" aria-live="polite"></p>
      </quiz-player>
    </Layout>
  );
}

function Bar({ attempt, questions }: { attempt: AttemptWithPaper; questions: CandidateQuestion[] }): JSX.Element {
  const answered = questions.filter(({ response }) => response !== null).length;
  return (
    <div class="quiz-bar">
      {attempt.deadlineAt ? (
        <>
          <p class="quiz-time" role="timer" aria-label="Time left">
            <Icon name="clock" size={18} />
            <span class="quiz-clock" safe>{`Until ${formatInstant(attempt.deadlineAt)}`}</span>
          </p>
          <button class="button button-quiet button-small quiz-hide" type="button" hidden>
            Hide time
          </button>
        </>
      ) : (
        ''
      )}
      <p class="quiz-saved" role="status" safe>
        {`${answered} of ${questions.length} answered`}
      </p>
      <Button name="action" value="save" look="secondary" small>
        Save and continue
      </Button>
    </div>
  );
}

function Jump({ questions }: { questions: CandidateQuestion[] }): JSX.Element {
  return (
    <nav class="question-jump" aria-label="Questions">
      <ol>
        {questions.map(({ id, response }, at) => (
          <li class={response === null ? undefined : 'is-answered'} data-jump={id}>
            <a href={`#question-${id}`}>
              <span class="visually-hidden">Question </span>
              {at + 1}
              <span class="visually-hidden question-jump-state">{response === null ? '' : ', answered'}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Summed up on top, with a link to the box of each number that could not be read. */
function errorsOf(unsaved: Unsaved | undefined): FormState {
  if (!unsaved) return emptyForm();
  const invalid = Object.entries(unsaved.invalid);
  const errors = Object.fromEntries(invalid.map(([id, { sentence }]) => [answerName(id), sentence]));
  const stale =
    Object.keys(unsaved.stale).length > 0 ? ['Some answers were changed in another window; see below.'] : [];
  return { values: {}, errors, summary: [...stale, ...Object.values(errors)] };
}
