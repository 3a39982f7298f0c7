import { ActForm, Alert, AwaitState, Time } from '../../../web/index.js';
import type { Which } from '../analysis.js';
import type { AnalysedQuiz } from '../analysis.queries.js';

/** When the figures were computed, and the way to have them computed again. */
export function AsOf({ quiz, which }: { quiz: AnalysedQuiz; which: Which }): JSX.Element {
  const address = `/examiners/analysis/${quiz.quizId}`;
  if (quiz.pending) {
    return (
      <AwaitState url={`/api${address}?which=${which}`} until="computed">
        <Alert kind="info">
          <p>The figures are being computed. This page shows them as soon as they are there.</p>
        </Alert>
      </AwaitState>
    );
  }
  return (
    <div class="cluster">
      {quiz.computedAt ? (
        <span>
          Computed <Time at={quiz.computedAt} />; each night again where marks have changed.
        </span>
      ) : (
        <span>Not computed yet. It is, each night.</span>
      )}
      <ActForm action={address} label="Compute now" values={{ which }} small icon="refresh-cw" />
    </div>
  );
}
