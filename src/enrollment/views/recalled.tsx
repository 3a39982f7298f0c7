import { Alert } from '../../web/index.js';
import type { LessonRecall } from '../lesson-recalls.js';

/** What must be read before anything else: lessons that taught something wrong. */
export const Recalled = ({ recalls }: { recalls: LessonRecall[] }): JSX.Element =>
  recalls.length === 0 ? (
    ''
  ) : (
    <Alert kind="warning" title="Safety correction: please read it now">
      <p>A lesson that you studied taught something wrong. It takes a few minutes to put it right.</p>
      <ul class="consequences">
        {recalls.map(({ lesson, href }) => (
          <li>
            <a href={href} safe>
              {lesson}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
