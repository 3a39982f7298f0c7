import type { Enrolled } from '../../enrollment.queries.js';
import { isComplete } from '../../rules/rule-of.js';

/** The way to the evaluation of a course whose work is done, until it was given. */
export function EvaluationLink({ course }: { course: Enrolled }): JSX.Element {
  const { courseSlug, title, outline, progress, completedAt, isEvaluated, asksEvaluation } = course;
  if (isEvaluated || (!completedAt && !isComplete(outline, progress))) return '';
  return (
    <p class="desk-state">
      <a href={`/learn/${courseSlug}/evaluation`}>
        {asksEvaluation && !completedAt ? 'One step is left: evaluate the course' : 'Say what you think of it'}
        <span class="visually-hidden" safe>{` (${title})`}</span>
      </a>
    </p>
  );
}
