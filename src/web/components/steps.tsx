import { Icon } from '../icon.js';

/** Where a person is in a few steps; `current` counts from 0. */
export function Steps({ steps, current, label }: { steps: string[]; current: number; label: string }): JSX.Element {
  return (
    <nav class="steps" aria-label={label}>
      <ol>
        {steps.map((step, index) => (
          <li class={[index < current && 'is-done']} aria-current={index === current ? 'step' : undefined}>
            <span class="step-number" aria-hidden="true">
              {index < current ? <Icon name="check" size={14} /> : <>{index + 1}</>}
            </span>
            <span safe>{step}</span>
            {index < current ? <span class="visually-hidden"> (done)</span> : ''}
          </li>
        ))}
      </ol>
    </nav>
  );
}
