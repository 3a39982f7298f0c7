import type { Choice } from '../choice.js';
import { checkoutAddress } from '../choice.js';

const purposes = [
  ['self', 'For me'],
  ['gift', 'A gift'],
  ['seats', 'Seats for a clinic'],
] as const;

/** For whom it is; another choice is another price. */
export function PurposeChoice({ choice }: { choice: Choice }): JSX.Element {
  return (
    <nav class="purpose-choice" aria-label="For whom it is">
      <ul>
        {purposes.map(([purpose, label]) => (
          <li>
            <a
              href={checkoutAddress({ ...choice, purpose, pay: 'full' })}
              aria-current={choice.purpose === purpose ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
