import type { Children } from '@kitajs/html';
import { Icon } from '../icon.js';

export type AlertKind = 'info' | 'success' | 'warning' | 'danger';

const icons: Record<AlertKind, string> = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  danger: 'octagon-alert',
};

/** A sentence that must be seen. `live` when it answers something the person just did. */
export function Alert(props: { kind: AlertKind; title?: string; live?: boolean; children: Children }): JSX.Element {
  const role = props.live ? (props.kind === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div class={`alert alert-${props.kind}`} role={role}>
      <Icon name={icons[props.kind]} />
      <div class="alert-text">
        {props.title ? (
          <p class="alert-title" safe>
            {props.title}
          </p>
        ) : (
          ''
        )}
        {props.children}
      </div>
    </div>
  );
}
