import { AnswerReview } from '../../questions/index.js';
import type { ReviewedQuestion } from '../review/review.js';
import { Picture } from './picture.js';
import { Case } from './case.js';

interface QuestionReviewProps {
  question: ReviewedQuestion;
  position: number;
  total: number;
  /** Not below a case that is shown already. */
  showsCase?: boolean;
}

/** One question of one's own paper: what one answered and, as the policy allows, what is right and why. */
export function QuestionReview({ question, position, total, showsCase = true }: QuestionReviewProps): JSX.Element {
  const { marks, comments = [], feedback, source } = question;
  return (
    <article class="question" aria-labelledby={`reviewed-${question.id}`}>
      {question.case && showsCase ? <Case of={question.case} /> : ''}
      <p class="question-number" safe>
        {`Question ${position} of ${total}${marks ? ` · ${marks.awarded} of ${marks.possible}` : ''}`}
      </p>
      <h3 class="question-text" id={`reviewed-${question.id}`} safe>
        {question.text}
      </h3>
      {question.picture ? <Picture picture={question.picture} /> : ''}
      <AnswerReview
        question={question}
        {...{ response: question.response, answer: question.answer, isRight: question.isRight }}
      />
      {comments.length > 0 ? <Comments comments={comments} /> : ''}
      {feedback ? (
        <div class="feedback">
          <p safe>{feedback}</p>
          {source ? <p class="soft" safe>{`Source: ${source}`}</p> : ''}
        </div>
      ) : (
        ''
      )}
    </article>
  );
}

function Comments({ comments }: { comments: string[] }): JSX.Element {
  return (
    <div class="feedback">
      <h4>{comments.length === 1 ? 'From your examiner' : 'From your examiners'}</h4>
      {comments.map((comment) => (
        <p class="examined-text" safe>
          {comment}
        </p>
      ))}
    </div>
  );
}
