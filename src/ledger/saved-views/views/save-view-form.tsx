import { Button, emptyForm, Field } from '../../../web/index.js';

/** At the foot of a list or report: keeps it as it is filtered now, under a name of one's own. */
export function SaveViewForm({ title, address }: { title: string; address: string }): JSX.Element {
  return (
    <details class="save-view no-print">
      <summary>Save this view</summary>
      <form class="form" method="post" action="/books/views">
        <input type="hidden" name="address" value={address} />
        <Field form={emptyForm({ name: title })} name="name" label="Name" maxlength={80} required />
        <div class="form-actions">
          <Button look="secondary">Save</Button>
        </div>
      </form>
    </details>
  );
}
