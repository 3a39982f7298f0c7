import { afterItem } from '../../enrollment/index.js';
import { ActForm, Alert, LinkButton } from '../../web/index.js';
import { attemptsUsed, whyNoStart } from '../attempts/may-start.js';
import type { OpenedQuiz } from '../open-quiz.js';
import { quizAddress } from '../quiz-address.js';
import type { Review } from '../review/review.js';
import { count } from './words.js';

interface NextStepProps {
  review: Review;
  opened: OpenedQuiz | undefined;
  startKey: string;
}

/** Where to go from a result: on, once more, or to the certificate. */
export function NextStep({ review, opened, startKey }: NextStepProps): JSX.Element {
  if (!opened) return <LinkButton href="/learning">My learning</LinkButton>;
  const { access, quiz } = opened;
  if (access.completedAt && review.passed !== false) return <CourseComplete title={access.title} />;
  if (review.passed === false) return <AnotherTry opened={opened} startKey={startKey} />;
  const next = afterItem(access.courseSlug, access, quiz.slug);
  return (
    <div class="quiz-act">
      <LinkButton href={next} iconAfter="arrow-right">
        Continue the course
      </LinkButton>
    </div>
  );
}

function CourseComplete({ title }: { title: string }): JSX.Element {
  return (
    <Alert kind="success" title="Course complete">
      <p
        safe
      >{`You have finished every part of ${title}. Your certificate is on its way: we write to you when it is ready.`}</p>
      <p>
        <LinkButton href="/certificates" icon="award">
          My certificates
        </LinkButton>
      </p>
    </Alert>
  );
}

function AnotherTry({ opened, startKey }: { opened: OpenedQuiz; startKey: string }): JSX.Element {
  const { quiz, attempts } = opened;
  const left = quiz.attempts === null ? Infinity : quiz.attempts - attemptsUsed(attempts);
  const refusal = whyNoStart(quiz, attempts, quiz.now);
  const lessons = (
    <LinkButton href={`/learn/${quiz.courseSlug}`} look="secondary">
      Back to the lessons
    </LinkButton>
  );
  if (refusal !== undefined) {
    return (
      <div class="quiz-act">
        <p safe>{left <= 0 ? 'This was your last attempt at this quiz.' : refusal}</p>
        {lessons}
      </div>
    );
  }
  return (
    <div class="quiz-act">
      <p safe>
        {left === Infinity
          ? 'You can try again as often as you like.'
          : `You have ${count(left, 'attempt')} left. Other questions may be drawn.`}
      </p>
      <div class="form-actions">
        <ActForm
          action={`${quizAddress(quiz.courseSlug, quiz.slug)}/attempts`}
          label="Try again"
          look="primary"
          values={{ key: startKey }}
        />
        {lessons}
      </div>
    </div>
  );
}
