import { LocalTime } from './local-time.js';

interface OpeningProps {
  at: Date;
  now: Date;
}

/** When something opens, and in how long. The date stands in UTC; with `scripts={['local-time']}` in the reader's own zone. */
export const Opening = ({ at, now }: OpeningProps): JSX.Element => (
  <span class="opening">
    Opens <LocalTime at={at} />
    <span safe>{`, ${inHowLong(at, now)}`}</span>
  </span>
);

function inHowLong(at: Date, now: Date): string {
  const hours = Math.floor((at.getTime() - now.getTime()) / 3_600_000);
  if (hours < 1) return 'within the hour';
  if (hours < 48) return hours === 1 ? 'in 1 hour' : `in ${hours} hours`;
  return `in ${Math.floor(hours / 24)} days`;
}
