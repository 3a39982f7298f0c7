import type { Children } from '@kitajs/html';
/** A raised sheet. Give it a `title` (an h2 by default) or build the inside yourself. */
export function Card(props: { title?: string; level?: 2 | 3; class?: string; children: Children }): JSX.Element {
  const Title = `h${props.level ?? 2}`;
  return (
    <section class={['card', props.class]}>
      {props.title ? (
        <tag of={Title} class="card-title" safe>
          {props.title}
        </tag>
      ) : (
        ''
      )}
      {props.children}
    </section>
  );
}
