import { ActForm, Alert, Layout, type PageContext, PageHeader } from '../../web/index.js';
import type { AttemptWithPaper } from '../attempts/attempt.queries.js';
import { breakEndsAt } from '../attempts/time-left.js';
import { attemptAddress, quizAddress } from '../quiz-address.js';

/** While the clock stands still nothing of the paper is shown; the script goes on by itself when the clock does. */
export function PausedView({ page, attempt }: { page: PageContext; attempt: AttemptWithPaper }): JSX.Element {
  const { quiz, number, pausedBy } = attempt;
  const address = attemptAddress(attempt);
  return (
    <Layout
      page={page}
      title={`Paused · ${quiz.title}`}
      width="player"
      tone="working"
      scripts={['quiz-pause']}
      exit={{ href: quizAddress(quiz.course, quiz.slug), label: 'Leave for now' }}
    >
      <PageHeader
        title={pausedBy === 'break' ? 'You are on a break' : 'Your examiner paused this attempt'}
        kicker={`${quiz.title} · Attempt ${number}`}
      />
      <quiz-pause
        attempt-id={attempt.id}
        server-now={attempt.now.toISOString()}
        break-ends-at={breakEndsAt(attempt)?.toISOString()}
      >
        <Alert kind="info" title="The clock stands still">
          <p>Your saved answers are kept. The questions are hidden until the attempt goes on.</p>
          {pausedBy === 'break' ? (
            <p>
              The attempt goes on by itself when your break is used up<span class="quiz-break-left"></span>.
            </p>
          ) : (
            <p>It goes on when your examiner says so. This page shows it by itself; without scripts, reload it.</p>
          )}
        </Alert>
      </quiz-pause>
      {pausedBy === 'break' ? (
        <ActForm action={`${address}/resumption`} label="Go on now" look="primary" icon="circle-play" />
      ) : (
        ''
      )}
    </Layout>
  );
}
