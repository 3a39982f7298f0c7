import { Button, Field, type FormState, type PageContext, Select, valueOf } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { Account } from '../account.queries.js';
import { formLines } from '../hand-entry-form.js';

interface Props {
  page: PageContext;
  form: FormState;
  accounts: Account[];
}

export function NewEntryView({ page, form, accounts }: Props): JSX.Element {
  const options = accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return (
    <BooksLayout
      page={page}
      title="Post an entry"
      form={form}
      breadcrumbs={[{ href: '/books/journal', label: 'Journal' }, { label: 'Post an entry' }]}

      lead="For what neither Stripe nor the shop knows: tax paid to an authority, bank charges, adjustments. It cannot be edited afterwards, only reversed."
    >
      <form class="form" method="post" action="/books/journal">
        <input type="hidden" name="key" value={valueOf(form, 'key')} />
        <div class="form-row">
          <Field
            form={form}
            name="date"
            label="Date"
            type="date"
            required
            size="medium"
            help="A day in an open month"
          />
          <Field form={form} name="currency" label="Currency" required size="short" maxlength={3} />
        </div>
        <Field form={form} name="description" label="What this is and why" required maxlength={400} />
        <fieldset class="hand-lines" id="field-postings">
          <legend>Lines</legend>
          <p class="field-help">Debit and credit must come to the same. Empty lines are left out.</p>
          {formLines.map((line) => (
            <div class="hand-line">
              <Select form={form} name={`account${line}`} label={`Account ${line}`} placeholder="–" options={options} />
              <Field form={form} name={`debit${line}`} label={`Debit ${line}`} inputmode="decimal" size="short" />
              <Field form={form} name={`credit${line}`} label={`Credit ${line}`} inputmode="decimal" size="short" />
            </div>
          ))}
        </fieldset>
        <Button look="primary">Post</Button>
      </form>
    </BooksLayout>
  );
}
