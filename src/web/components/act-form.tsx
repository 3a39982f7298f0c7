import { Button } from './button.js';

interface ActFormProps {
  action: string;
  /** The verb on the button. */
  label: string;
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: string;
  small?: boolean;
  /** Values sent along, unseen. */
  values?: Record<string, string>;
}

/** A single button that does something: a form of its own, so that it works without script. */
export function ActForm({ action, label, look = 'secondary', icon, small, values = {} }: ActFormProps): JSX.Element {
  const safeLabel = <span safe>{label}</span>;
  return (
    <form class="act-form" method="post" action={action}>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button look={look} icon={icon} small={small}>
        {safeLabel}
      </Button>
    </form>
  );
}
