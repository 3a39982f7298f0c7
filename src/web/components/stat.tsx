import type { Children } from '@kitajs/html';
/** One figure with its name, linked to what it is made of. */
export function Stat(props: { label: string; value: string; note?: string; href?: string }): JSX.Element {
  return (
    <div class="stat">
      <dt safe>{props.label}</dt>
      <dd>
        {props.href ? (
          <a class="stat-value" href={props.href} safe>
            {props.value}
          </a>
        ) : (
          <span class="stat-value" safe>
            {props.value}
          </span>
        )}
        {props.note ? (
          <span class="stat-note" safe>
            {props.note}
          </span>
        ) : (
          ''
        )}
      </dd>
    </div>
  );
}

/** A row of figures. */
export const Stats = ({ children }: { children: Children }): JSX.Element => <dl class="stats">{children}</dl>;
