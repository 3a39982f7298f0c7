import { dayText, instantText } from '../words/index.js';

/** An instant with its zone, or with `date` the day alone. */
export function Time({ at, date, zone }: { at: Date; date?: boolean; zone?: string }): JSX.Element {
  return (
    <time datetime={at.toISOString()} safe>
      {date ? dayText(at, zone) : instantText(at, zone)}
    </time>
  );
}
