import { MarkedOption, verdict } from './marked-option.js';
import type { ReviewProps } from './question-view.js';
import { viewOf } from './views.js';

/** What one answered and, as far as the policy goes, what is right. */
export function AnswerReview(props: ReviewProps): JSX.Element {
  const view = viewOf(props.question.type);
  return view.Review ? view.Review(props) : <InWords {...props} />;
}

function InWords({ question, response, answer, isRight }: ReviewProps): JSX.Element {
  const { words } = viewOf(question.type);
  return (
    <ul class="options">
      <MarkedOption
        text={response ? words(question, response) : 'You gave no answer.'}
        verdict={response ? verdict(true, isRight) : {}}
      />
      {answer && !isRight ? <MarkedOption text={words(question, answer)} verdict={verdict(false, true)} /> : ''}
    </ul>
  );
}
