import type { FormState } from '../form-state.js';
import { Checkboxes } from './choices.js';
import { Field } from './field.js';
import { FormErrors } from './form-errors.js';
import { Textarea } from './textarea.js';

const form = (values: FormState['values'], errors: Record<string, string> = {}): FormState => ({
  values,
  errors,
  summary: Object.values(errors),
});

describe('a form that comes back', () => {
  it('keeps what was typed, and keeps it as text', () => {
    const typed = '"><script>alert(1)</script>';
    const field = <Field form={form({ name: typed })} name="name" label="Full name" />;
    const area = <Textarea form={form({ name: typed })} name="name" label="Note" />;

    expect(field).toContain('value="&#34;>');
    expect(area).toContain('&lt;script');
    expect(area).not.toContain('<script');
  });

  it('keeps the first line break of a text', () => {
    expect(<Textarea form={form({ note: '\nsecond line' })} name="note" label="Note" />).toContain('>\n\nsecond line<');
  });

  it('never puts a password into the page', () => {
    const field = <Field form={form({ password: 'hunter22' })} name="password" type="password" label="Password" />;
    expect(field).not.toContain('hunter22');
  });

  it('ticks each of several choices again', async () => {
    const options = ['us', 'ca', 'uk'].map((value) => ({ value, label: value }));
    const boxes = await (
      <Checkboxes form={form({ place: ['us', 'uk'] })} name="place" label="Places" options={options} />
    );
    expect(boxes.match(/ checked/g)).toHaveLength(2);
  });

  it('ties each error to its field', () => {
    const field = <Field form={form({}, { email: 'Enter an e-mail.' })} name="email" label="E-mail" help="Yours." />;
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('aria-describedby="field-email-help field-email-error"');
    expect(field).toContain('id="field-email-error"');
  });
});

describe('the sum of errors', () => {
  it('links each error to its field and states what belongs to none', () => {
    const sum = <FormErrors form={form({}, { email: 'Enter an e-mail.', '': 'The link has expired.' })} />;
    expect(sum).toContain('<a href="#field-email">Enter an e-mail.</a>');
    expect(sum).toContain('<li>The link has expired.</li>');
  });

  it('is not there when all is well', () => {
    expect(<FormErrors form={form({})} />).toBe('');
  });
});
