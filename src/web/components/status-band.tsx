import { Icon } from '../icon.js';

type Standing = 'valid' | 'expired' | 'suspended' | 'revoked' | 'superseded' | 'unknown';

const icons: Record<Standing, string> = {
  valid: 'badge-check',
  expired: 'calendar-x',
  suspended: 'circle-pause',
  revoked: 'ban',
  superseded: 'history',
  unknown: 'circle-question-mark',
};

/** What a certificate is worth at this instant: an icon, the word, and a sentence. */
export function StatusBand(props: { status: Standing; word: string; sentence: string }): JSX.Element {
  return (
    <div class={`status-band status-${props.status}`} role="status">
      <Icon name={icons[props.status]} size={32} />
      <div>
        <p class="status-word" safe>
          {props.word}
        </p>
        <p safe>{props.sentence}</p>
      </div>
    </div>
  );
}
