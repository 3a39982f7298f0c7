interface Props {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  help?: string;
  type?: 'text' | 'email';
  inputmode?: 'numeric' | 'email' | 'text';
  autocomplete: string;
  placeholder?: string;
}

export function TextField({ name, label, value, error, help, type = 'text', ...rest }: Props): JSX.Element {
  const described = [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name} safe>
        {label}
      </label>
      {help ? (
        <small id={`${name}-help`} safe>
          {help}
        </small>
      ) : (
        ''
      )}
      {error ? (
        <p class="error" id={`${name}-error`} safe>
          {error}
        </p>
      ) : (
        ''
      )}
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        {...rest}
      />
    </div>
  );
}
