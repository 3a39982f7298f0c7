import type { FieldErrors } from '../form-values.js';

/** What is wrong, on top, each with a way to its field. */
export const ErrorSummary = ({ errors }: { errors: FieldErrors }): JSX.Element => {
  const all = Object.entries(errors);
  if (all.length === 0) return '';
  return (
    <div class="errors" role="alert" tabindex="-1" autofocus>
      <h2>You have not been charged</h2>
      <ul>
        {all.map(([name, message]) => (
          <li>
            <a href={`#${name}`} safe>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
