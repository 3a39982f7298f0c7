import { Badge } from '../../../web/index.js';
import type { Flag } from '../flags.js';

const badges = {
  danger: { label: 'Check', kind: 'signal' },
  warning: { label: 'Look', kind: 'accent' },
  note: { label: 'Note', kind: 'neutral' },
} as const;

/** What should be looked at, each with a word for how urgent it is. */
export function Flags({ flags }: { flags: Flag[] }): JSX.Element {
  if (flags.length === 0) return <span class="soft">Nothing stands out.</span>;
  return (
    <ul class="item-flags">
      {flags.map(({ level, says }) => (
        <li>
          <Badge {...badges[level]} /> <span safe>{says}</span>
        </li>
      ))}
    </ul>
  );
}
