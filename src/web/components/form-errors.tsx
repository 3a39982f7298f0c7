import { spoken, T } from '../words/index.js';
import type { FormState } from '../form-state.js';
import { fieldId } from './field-frame.js';

/** What is wrong, summed up on top of the page, with a link to each field. Nothing when all is well. */
export function FormErrors({ form }: { form: FormState }): JSX.Element {
  const fields = Object.entries(form.errors).filter(([name]) => name !== '');
  const general = form.summary.filter((sentence) => !fields.some(([, error]) => error === sentence));
  if (fields.length === 0 && general.length === 0) return '';
  return (
    <div class="form-errors" role="alert" tabindex="-1" autofocus aria-labelledby="form-errors-title">
      <h2 id="form-errors-title">
        <T>There is a problem</T>
      </h2>
      <ul>
        {general.map((sentence) => (
          <li lang={spoken(sentence).lang} safe>
            {spoken(sentence).text}
          </li>
        ))}
        {fields.map(([name, error]) => (
          <li>
            <a href={`#${fieldId(name)}`} lang={spoken(error).lang} safe>
              {spoken(error).text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
