import {
  ActForm,
  Button,
  EmptyState,
  Field,
  type FormState,
  type PageContext,
  Table,
  Time,
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { SavedView } from '../saved-view.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  saved: SavedView[];
}

const columns = [{ label: 'Name' }, { label: 'Address' }, { label: 'Saved' }, { label: 'Remove' }];

export function SavedViewsView({ page, form, saved }: Props): JSX.Element {
  return (
    <BooksLayout
      page={page}
      form={form}
      title="Saved views"
      lead="Lists and reports that you look at often, with their filters. Nobody else sees them."
    >
      {saved.length === 0 ? (
        <EmptyState
          icon="bookmark"
          title="You have saved no view yet"
          text="Filter a list as you like it, then save it at the foot of its page."
        />
      ) : (
        <Table
          caption="Saved views"
          columns={columns}
          rows={saved.map(({ id, name, address, savedAt }) => [
            <a href={address} safe>
              {name}
            </a>,
            <code safe>{address}</code>,
            <Time at={savedAt} date />,
            <ActForm action={`/books/views/${id}/removal`} label={`Remove ${name}`} look="quiet" small />,
          ])}
        />
      )}
      <section class="section">
        <h2>Save another</h2>
        <form class="form" method="post" action="/books/views" novalidate>
          <Field form={form} name="name" label="Name" maxlength={80} />
          <Field form={form} name="address" label="Address" help="For example /books/payments?status=paid" />
          <div class="form-actions">
            <Button>Save the view</Button>
          </div>
        </form>
      </section>
    </BooksLayout>
  );
}
