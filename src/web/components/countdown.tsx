import { counted, t } from '../words/index.js';
import { Icon } from '../icon.js';
import { remaining } from './remaining.js';
import { Time } from './time.js';

interface CountdownProps {
  endsAt: Date;
  /** The server's now; the browser corrects its own clock by it. */
  now: Date;
  /** What ends, as the start of a sentence: "Offer ends". */
  label: string;
}

/** When something ends. The date is there without script; the clock ticks with `scripts={['countdown']}`. */
export function Countdown({ endsAt, now, label }: CountdownProps): JSX.Element {
  const left = remaining(endsAt, now);
  return (
    <count-down
      class="countdown"
      ends-at={endsAt.toISOString()}
      server-now={now.toISOString()}
      ended={t('This offer has ended.')}
      again={t('Show the price now')}
    >
      <Icon name="clock" size={18} />
      <p class="countdown-text">
        <span safe>{label}</span> <Time at={endsAt} />
      </p>
      <p class="countdown-clock" role="timer" aria-label={t('Time left')}>
        <span class="countdown-days" safe>
          {counted(left.days, '{count} day', '{count} days')}
        </span>
        <span class="countdown-hours" safe>
          {left.clock}
        </span>
      </p>
    </count-down>
  );
}
