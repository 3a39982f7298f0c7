import type { Children } from '@kitajs/html';
import { Icon } from '../icon.js';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps {
  children: Children;
  look?: Look;
  small?: boolean;
  /** A lucide icon before the words. */
  icon?: string;
  /** A lucide icon after the words. */
  iconAfter?: string;
}

/** Sends its form. Words are the verb: "Create account", never "Submit". `at`: the id that the page comes back to. */
export function Button(
  props: ButtonProps & {
    type?: 'submit' | 'button';
    name?: string;
    value?: string;
    form?: string;
    at?: string;
    disabled?: boolean;
  },
): JSX.Element {
  const { type = 'submit', name, value, form, at, disabled } = props;
  return (
    <button
      class={looks(props)}
      type={type}
      name={name}
      value={value}
      form={form}
      formaction={at && `#${at}`}
      disabled={disabled}
    >
      <Words {...props} />
    </button>
  );
}

/** Goes somewhere, and looks like a button. */
export function LinkButton(props: ButtonProps & { href: string; rel?: string; download?: string }): JSX.Element {
  return (
    <a class={looks(props)} href={props.href} rel={props.rel} download={props.download}>
      <Words {...props} />
    </a>
  );
}

/** Prints the page; appears only where a script can do it. */
export function PrintButton({ label = 'Print' }: { label?: string }): JSX.Element {
  return (
    <print-button>
      <button class="button button-secondary" type="button">
        <Icon name="printer" size={18} />
        <span safe>{label}</span>
      </button>
    </print-button>
  );
}

const looks = ({ look = 'primary', small }: ButtonProps) => ['button', `button-${look}`, small && 'button-small'];

function Words({ children, icon, iconAfter }: ButtonProps): JSX.Element {
  return (
    <>
      {icon ? <Icon name={icon} size={18} /> : ''}
      <span>{children}</span>
      {iconAfter ? <Icon name={iconAfter} size={18} /> : ''}
    </>
  );
}
