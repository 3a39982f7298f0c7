import { Icon } from '../icon.js';

/** A state in one or two words. Colour never speaks alone: the word says it. */
export function Badge(props: {
  label: string;
  kind?: 'neutral' | 'accent' | 'signal' | 'outline';
  icon?: string;
}): JSX.Element {
  return (
    <span class={`badge badge-${props.kind ?? 'neutral'}`}>
      {props.icon ? <Icon name={props.icon} size={14} /> : ''}
      <span safe>{props.label}</span>
    </span>
  );
}
