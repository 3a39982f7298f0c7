import type { Children } from '@kitajs/html';
import { Icon } from '../icon.js';

interface Neighbour {
  href: string;
  title: string;
}

/** The end of a lesson: what was before, the act (complete and go on) as children, what comes next. */
export function LessonFooter(props: { previous?: Neighbour; next?: Neighbour; children: Children }): JSX.Element {
  return (
    <footer class="lesson-footer">
      <div class="lesson-act">{props.children}</div>
      <nav class="lesson-neighbours" aria-label="Lessons">
        {props.previous ? (
          <a class="neighbour" href={props.previous.href} rel="prev">
            <span class="neighbour-word">
              <Icon name="arrow-left" size={16} /> Previous
            </span>
            <span class="neighbour-title" safe>
              {props.previous.title}
            </span>
          </a>
        ) : (
          <span />
        )}
        {props.next ? (
          <a class="neighbour neighbour-next" href={props.next.href} rel="next">
            <span class="neighbour-word">
              Next <Icon name="arrow-right" size={16} />
            </span>
            <span class="neighbour-title" safe>
              {props.next.title}
            </span>
          </a>
        ) : (
          ''
        )}
      </nav>
    </footer>
  );
}
