import { Badge } from '../../web/index.js';
import type { PausedCourse } from '../enrollment.queries.js';

/** Courses that are closed for now, each with the reason and where to go. */
export const Paused = ({ courses }: { courses: PausedCourse[] }): JSX.Element => (
  <section class="section" aria-labelledby="paused">
    <h2 id="paused">Paused</h2>
    <ul class="cards">
      {courses.map((course) => (
        <li>
          <article class="desk-course">
            <h3 safe>{course.title}</h3>
            <p class="desk-state">
              <Badge label="Paused" kind="signal" />
            </p>
            <p safe>{pausedSentence(course)}</p>
            {course.bySeat ? '' : <a href="/orders">See your orders</a>}
          </article>
        </li>
      ))}
    </ul>
  </section>
);

function pausedSentence({ causes, bySeat }: PausedCourse): string {
  const kept = 'Your progress is kept.';
  if (bySeat) return `The payment for this seat is being looked into. You need not do anything. ${kept}`;
  const why = [
    causes.includes('missed_payment') && 'An instalment was not paid: pay it on the page of the order.',
    causes.includes('dispute') && 'Your bank took the payment back and asks us about it. You need not pay again.',
  ].filter(Boolean);
  return [...why, kept].join(' ');
}
