import {
  Button,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
} from '../../web/index.js';
import { deskCrumb, draftAddress } from '../author-address.js';
import type { DraftCard } from '../drafts/draft.queries.js';

interface ExchangeProps {
  page: PageContext;
  draft: DraftCard;
  form: FormState;
  /** How many saves the draft has. */
  seen: number;
}

/** An archive takes the place of the files of a draft. */
export function ExchangeView({ page, draft, form, seen }: ExchangeProps): JSX.Element {
  const address = draftAddress(draft.id);
  const title = draft.title ?? draft.course;
  return (
    <Layout
      page={page}
      title="Import files"
      width="form"
      form={form}
      breadcrumbs={[deskCrumb, { href: address, label: title }, { label: 'Import files' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Import files"
        lead="The files of the archive become those of this draft. What is the same stays, what it does not hold is removed, and every file keeps its earlier saves."
      />
      <form class="form" method="post" action={`${address}/import`} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="seen" value={String(seen)} />
        <FileField
          form={form}
          name="file"
          label="Archive"
          accept=".zip,application/zip"
          help="As it was exported: courses/…"
        />
        <div class="form-actions">
          <Button>Import</Button>
        </div>
      </form>
    </Layout>
  );
}
