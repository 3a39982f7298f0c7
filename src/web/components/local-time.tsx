import { Time } from './time.js';

/** An instant in UTC; with `scripts={['local-time']}` in the reader's own zone, and it says so. */
export const LocalTime = ({ at }: { at: Date }): JSX.Element => (
  <local-time>
    <Time at={at} />
  </local-time>
);
