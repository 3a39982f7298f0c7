import { Icon } from '../../web/index.js';

type Act = 'up' | 'down' | 'in' | 'out' | 'remove';

interface MovesProps {
  address: string;
  rev: number;
  at: string;
  title: string;
  acts: Act[];
}

const words: Record<Act, { label: (title: string) => string; icon: string }> = {
  up: { label: (title) => `Move ${title} up`, icon: 'arrow-up' },
  down: { label: (title) => `Move ${title} down`, icon: 'arrow-down' },
  in: { label: (title) => `Join ${title} to the module before`, icon: 'arrow-left' },
  out: { label: (title) => `Move ${title} out into a module of its own`, icon: 'arrow-right' },
  remove: { label: (title) => `Remove ${title}`, icon: 'trash-2' },
};

/** The buttons of one thing in the outline: each sends the form, and the server answers with the outline as it is then. */
export function Moves({ address, rev, at, title, acts }: MovesProps): JSX.Element {
  return (
    <form method="post" action={address} class="outline-moves">
      <input type="hidden" name="rev" value={String(rev)} />
      <input type="hidden" name="at" value={at} />
      {acts.map((act) => (
        <button
          class="button button-quiet button-small outline-move"
          name="act"
          value={act}
          aria-label={words[act].label(title)}
          title={words[act].label(title)}
        >
          <Icon name={words[act].icon} size={18} />
        </button>
      ))}
    </form>
  );
}
