import { type Access, afterItem } from '../../enrollment/index.js';
import { ActForm, Alert, LinkButton } from '../../web/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { quizAddress } from '../quiz-address.js';
import type { Review } from '../review/review.js';
import { count } from './words.js';

interface NextStepProps {
  attempt: AttemptWithPaper;
  review: Review;
  access: Access | undefined;
  startKey: string;
}

/** Where to go from a result: on, once more, or to the certificate. */
export function NextStep({ attempt, review, access, startKey }: NextStepProps): JSX.Element {
  if (!access) return <LinkButton href="/learning">My learning</LinkButton>;
  if (access.completedAt && review.passed !== false) return <CourseComplete title={access.title} />;
  if (review.passed === false) return <AnotherTry attempt={attempt} startKey={startKey} />;
  const next = afterItem(access.courseSlug, access.outline, access.progress, attempt.quiz.slug);
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

function AnotherTry({ attempt, startKey }: Pick<NextStepProps, 'attempt' | 'startKey'>): JSX.Element {
  const { quiz, attemptsAllowed, attemptsUsed } = attempt;
  const left = attemptsAllowed === null ? Infinity : attemptsAllowed - attemptsUsed;
  const lessons = (
    <LinkButton href={`/learn/${quiz.course}`} look="secondary">
      Back to the lessons
    </LinkButton>
  );
  if (left <= 0) {
    return (
      <div class="quiz-act">
        <p>This was your last attempt at this quiz.</p>
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
          action={`${quizAddress(quiz.course, quiz.slug)}/attempts`}
          label="Try again"
          look="primary"
          values={{ key: startKey }}
        />
        {lessons}
      </div>
    </div>
  );
}
