import { Badge } from '../../../web/index.js';
import type { EntryStatus } from '../logbook.queries.js';

/** How an entry stands, in a word and with a sign. */
export function StatusBadge({ status }: { status: EntryStatus }): JSX.Element {
  if (status === 'signed') return <Badge label="Signed" kind="accent" icon="check" />;
  if (status === 'refused') return <Badge label="Not signed" kind="signal" icon="circle-alert" />;
  if (status === 'withdrawn') return <Badge label="Taken back" />;
  return <Badge label="Waiting" icon="hourglass" kind="outline" />;
}
