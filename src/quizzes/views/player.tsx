import {
  Button,
  DefinitionList,
  emptyForm,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
} from '../../web/index.js';
import { viewOf } from '../../questions/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { deadlineAt } from '../attempts/time-left.js';
import { candidateQuestions } from '../paper/candidate-question.js';
import { answerName } from '../paper-form.js';
import { attemptAddress, quizAddress } from '../quiz-address.js';
import type { ReviewedQuestion } from '../review/review.js';
import type { Unsaved } from '../save-paper.js';
import { PlayerBar } from './player-bar.js';
import { QuestionMap } from './question-map.js';
import { StepView } from './step.js';
import { stepsOf } from './steps.js';

interface PlayerProps {
  page: PageContext;
  attempt: AttemptWithPaper;
  /** What practice showed already, by question. */
  checked: Record<string, ReviewedQuestion>;
  unsaved?: Unsaved;
}

/**
 * The paper: all questions on one page, in one form that works as it is. The script saves as one goes and shows one step
 * at a time.
 */
export function PlayerView({ page, attempt, checked, unsaved }: PlayerProps): JSX.Element {
  const { id, quiz, number } = attempt;
  const questions = candidateQuestions(attempt);
  const form = errorsOf(unsaved);
  const isPractice = (attempt.settings.review.during ?? []).length > 0;
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
        deadline={deadlineAt(attempt, attempt.now)?.toISOString()}
        server-now={attempt.now.toISOString()}
        result-url={`${attemptAddress(attempt)}/result`}
      >
        <form class="quiz-paper" method="post" action={attemptAddress(attempt)} novalidate autocomplete="off">
          <PlayerBar attempt={attempt} isUnsaved={unsaved !== undefined} />
          <QuestionMap questions={questions} />
          {stepsOf(questions).map((step) => (
            <StepView step={step} total={questions.length} {...{ isPractice, checked, unsaved }} />
          ))}
          <Moves />
          <div class="form-actions">
            <Button name="action" value="review" iconAfter="arrow-right">
              Review and submit
            </Button>
          </div>
          <Keys />
        </form>
        <p class="visually-hidden quiz-announcer" aria-live="polite"></p>
        <div class="quiz-elsewhere" role="alert" hidden>
          <p class="quiz-elsewhere-text"></p>
          <Button type="button" name="take-over" value="">
            Go on here
          </Button>
        </div>
      </quiz-player>
    </Layout>
  );
}

/** From step to step: for scripts alone, which show one at a time. */
function Moves(): JSX.Element {
  return (
    <div class="quiz-moves" hidden>
      <Button type="button" look="secondary" icon="arrow-left" name="move" value="previous">
        Previous
      </Button>
      <Button type="button" iconAfter="arrow-right" name="move" value="next">
        Next
      </Button>
    </div>
  );
}

function Keys(): JSX.Element {
  return (
    <details class="quiz-keys" hidden>
      <summary>Keys for this page</summary>
      <DefinitionList items={keys.map(([key, does]) => ({ term: key, detail: <span>{does}</span> }))} />
    </details>
  );
}

const keys = [
  ['Alt + N', 'Next question'],
  ['Alt + P', 'Previous question'],
  ['Alt + M', 'Flag the question, or take the flag away'],
  ['Alt + Q', 'All questions'],
  ['Alt + R', 'Review and submit'],
] as const;

/** Summed up on top, with a link to the box of each number that could not be read. */
function errorsOf(unsaved: Unsaved | undefined): FormState {
  if (!unsaved) return emptyForm();
  const invalid = Object.entries(unsaved.invalid);
  const errors = Object.fromEntries(invalid.map(([id, { sentence }]) => [answerName(id), sentence]));
  const stale =
    Object.keys(unsaved.stale).length > 0 ? ['Some answers were changed in another window; see below.'] : [];
  return { values: {}, errors, summary: [...stale, ...Object.values(errors)] };
}
