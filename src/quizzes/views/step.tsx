import type { ReviewedQuestion } from '../review/review.js';
import type { Unsaved } from '../save-paper.js';
import { Case } from './case.js';
import { Question } from './question.js';
import { QuestionReview } from './question-review.js';
import { type Step, stepName } from './steps.js';

interface StepProps {
  step: Step;
  total: number;
  /** Answers can be checked one by one. */
  isPractice: boolean;
  checked: Record<string, ReviewedQuestion>;
  unsaved: Unsaved | undefined;
}

/** One question, or a case with its questions. A script shows one step at a time. */
export function StepView({ step, total, checked, ...rest }: StepProps): JSX.Element {
  return (
    <section class="quiz-step" tabindex="-1" aria-label={stepName(step, total)}>
      {step.case ? <Case of={step.case} /> : ''}
      {step.questions.map((question, at) => {
        const place = { position: step.first + at, total };
        const review = checked[question.id];
        if (!review) return <Question question={question} {...place} {...rest} />;
        return (
          <div class="question-checked" id={`question-${question.id}`}>
            <QuestionReview question={review} {...place} showsCase={false} />
          </div>
        );
      })}
    </section>
  );
}
