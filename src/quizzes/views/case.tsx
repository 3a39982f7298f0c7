import type { CandidateQuestion } from '../paper/candidate-question.js';
import { Picture } from './picture.js';

/** What a case tells before it asks. */
export function Case({ of: { text, picture } }: { of: NonNullable<CandidateQuestion['case']> }): JSX.Element {
  return (
    <div class="question-case">
      <h2 class="question-case-title">Case</h2>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p safe>{paragraph}</p>
      ))}
      {picture ? <Picture picture={picture} /> : ''}
    </div>
  );
}
