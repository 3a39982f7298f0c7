import type { Children } from '@kitajs/html';

export const Options = ({ children }: { children: Children }): JSX.Element => <div class="options">{children}</div>;

interface OptionProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  text: string;
  checked: boolean;
  errorId: string;
}

/** One option to choose, a whole line as target. */
export function Option({ type, name, value, text, checked, errorId }: OptionProps): JSX.Element {
  return (
    <label class="option">
      <input type={type} name={name} value={value} checked={checked} aria-describedby={errorId} />
      <span safe>{text}</span>
    </label>
  );
}
