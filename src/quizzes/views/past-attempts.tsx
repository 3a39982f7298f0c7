import { Badge, Table, Time } from '../../web/index.js';
import { percent } from '../marking/score.js';
import type { AttemptRow, Quiz } from '../quiz.queries.js';
import { quizAddress } from '../quiz-address.js';
import { percentText } from './words.js';

/** Finished attempts with what their review policy lets the learner see. */
export function PastAttempts({ quiz, attempts }: { quiz: Quiz; attempts: AttemptRow[] }): JSX.Element {
  const address = quizAddress(quiz.courseSlug, quiz.slug);
  const rows = attempts.map((attempt) => [
    <a href={`${address}/attempts/${attempt.id}/result`}>Attempt {attempt.number}</a>,
    attempt.finishedAt ? <Time at={attempt.finishedAt} /> : '',
    <Outcome attempt={attempt} />,
    <span safe>{scoreOf(attempt)}</span>,
  ]);
  return (
    <section class="section">
      <h2>Your attempts</h2>
      <Table
        caption="Your attempts at this quiz"
        columns={[{ label: 'Attempt' }, { label: 'Finished' }, { label: 'Outcome' }, { label: 'Score', numeric: true }]}
        rows={rows}
      />
    </section>
  );
}

const showsScore = ({ settings }: AttemptRow) => settings.review.after.includes('score');

function Outcome({ attempt }: { attempt: AttemptRow }): JSX.Element {
  if (attempt.voided) return <Badge label="Void" />;
  if (attempt.passed === null) return <Badge label="Waiting for an examiner" icon="hourglass" />;
  if (!showsScore(attempt)) return <Badge label={attempt.status === 'expired' ? 'Time ran out' : 'Submitted'} />;
  if (attempt.passed) return <Badge label="Passed" kind="accent" icon="check" />;
  return <Badge label={attempt.status === 'expired' ? 'Not passed, time ran out' : 'Not passed'} kind="signal" />;
}

const scoreOf = (attempt: AttemptRow): string =>
  showsScore(attempt) && attempt.passed !== null
    ? percentText(percent({ awarded: attempt.awarded ?? 0, possible: attempt.possible }))
    : '–';
