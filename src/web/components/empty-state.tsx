import type { Children } from '@kitajs/html';
import { Icon } from '../icon.js';

/** Nothing here yet, and what to do next (as children: a `LinkButton`). */
export function EmptyState(props: { title: string; text?: string; icon?: string; children?: Children }): JSX.Element {
  return (
    <div class="empty-state">
      <Icon name={props.icon ?? 'inbox'} size={28} />
      <p class="empty-state-title" safe>
        {props.title}
      </p>
      {props.text ? (
        <p class="empty-state-text" safe>
          {props.text}
        </p>
      ) : (
        ''
      )}
      {props.children}
    </div>
  );
}
