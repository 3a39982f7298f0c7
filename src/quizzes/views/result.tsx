import { DefinitionList, Icon, Layout, type PageContext, PageHeader, Time } from '../../web/index.js';
import type { AttemptStatus } from '../attempts/attempt.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import type { OpenedQuiz } from '../open-quiz.js';
import { quizAddress } from '../quiz-address.js';
import type { Review } from '../review/review.js';
import { NextStep } from './next-step.js';
import { QuestionReview } from './question-review.js';
import { percentText } from './words.js';

interface ResultProps {
  page: PageContext;
  attempt: AttemptWithPaper;
  review: Review;
  /** Missing when the learner may no longer study the course. */
  opened: OpenedQuiz | undefined;
  startKey: string;
}

/** How it went, as far as the review policy goes, and what to do next. */
export function ResultView({ page, attempt, review, opened, startKey }: ResultProps): JSX.Element {
  const { quiz, number } = attempt;
  return (
    <Layout
      page={page}
      title={`Result · ${quiz.title}`}
      width="player"
      tone="working"
      exit={{ href: quizAddress(quiz.course, quiz.slug), label: 'All attempts' }}
    >
      <PageHeader title="Your result" kicker={`${quiz.title} · Attempt ${number}`} />
      <Outcome attempt={attempt} review={review} />
      <NextStep review={review} opened={opened} startKey={startKey} />
      {review.questions ? (
        <section class="section">
          <h2>Your answers</h2>
          {review.questions.map((question, at) => (
            <QuestionReview question={question} position={at + 1} total={review.questions!.length} />
          ))}
        </section>
      ) : (
        ''
      )}
    </Layout>
  );
}

function Outcome({ attempt, review }: { attempt: AttemptWithPaper; review: Review }): JSX.Element {
  const { passed, score, weakTopics = [] } = review;
  const isWaiting = attempt.passed === null;
  if (passed === undefined || score === undefined) {
    return (
      <section class="result" aria-label="Outcome">
        <p class="result-word">
          <Icon name={isWaiting ? 'hourglass' : 'inbox'} />{' '}
          {isWaiting ? 'Waiting for an examiner' : 'Your answers were received'}
        </p>
        {isWaiting ? (
          <p>Some of your answers are marked by a person. Your result stands here when they are done.</p>
        ) : (
          ''
        )}
        <DefinitionList items={facts(attempt, review)} />
      </section>
    );
  }
  return (
    <section class={['result', passed ? 'is-passed' : 'is-failed']} aria-label="Outcome">
      <p class="result-word">
        <Icon name={passed ? 'circle-check' : 'circle-x'} /> {passed ? 'Passed' : 'Not passed'}
      </p>
      <p class="result-score" safe>
        {percentText(score)}
      </p>
      <DefinitionList items={facts(attempt, review)} />
      {weakTopics.length > 0 ? <WeakTopics topics={weakTopics} /> : ''}
    </section>
  );
}

function facts({ status, finishedAt }: AttemptWithPaper, { passPercent, marks }: Review) {
  const ended = finishedAt ? <Time at={finishedAt} /> : '';
  return [
    { term: 'To pass', detail: <span safe>{percentText(passPercent)}</span> },
    ...(marks ? [{ term: 'Marks', detail: <span safe>{`${marks.awarded} of ${marks.possible}`}</span> }] : []),
    {
      term: endings[status],
      detail: status === 'expired' ? <>{ended}, with the answers saved until then</> : ended,
    },
  ];
}

const endings: Record<AttemptStatus, string> = {
  live: 'Started',
  submitted: 'Submitted',
  expired: 'Time ran out',
  ended: 'Ended by an examiner',
};

function WeakTopics({ topics }: { topics: string[] }): JSX.Element {
  return (
    <p>
      Worth another look: <strong safe>{new Intl.ListFormat('en').format(topics)}</strong>
    </p>
  );
}
