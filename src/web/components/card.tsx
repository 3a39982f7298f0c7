import type { Children } from '@kitajs/html';
import { written } from '../words/index.js';

/** A raised sheet. Give it a `title` (an h2 by default) or build the inside yourself. */
export function Card(props: {
  title?: string;
  /** The title is in the language of the content, not of the page. */
  isContent?: boolean;
  level?: 2 | 3;
  class?: string;
  children: Children;
}): JSX.Element {
  const Title = `h${props.level ?? 2}`;
  return (
    <section class={['card', props.class]}>
      {props.title ? (
        <tag of={Title} class="card-title" lang={props.isContent ? written() : undefined} safe>
          {props.title}
        </tag>
      ) : (
        ''
      )}
      {props.children}
    </section>
  );
}
