import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Field,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Table,
  Textarea,
} from '../../web/index.js';
import { deskCrumb, draftAddress, fileAddress } from '../author-address.js';
import { isWritable } from '../drafts/draft-state.js';
import type { DraftCard } from '../drafts/draft.queries.js';
import type { DraftPicture } from '../pictures/picture.queries.js';

interface PicturesProps {
  page: PageContext;
  draft: DraftCard;
  pictures: DraftPicture[];
  form: FormState;
}

/** The pictures of a draft, what they show in words, and where they are used. */
export function PicturesView({ page, draft, pictures, form }: PicturesProps): JSX.Element {
  const title = draft.title ?? draft.course;
  const address = draftAddress(draft.id);
  return (
    <Layout
      page={page}
      title={`Pictures of ${title}`}
      tone="working"
      form={form}
      breadcrumbs={[deskCrumb, { href: address, label: title }, { label: 'Pictures' }]}
    >
      <FormErrors form={form} />
      <PageHeader title={`Pictures of ${title}`} lead="Every picture says in words what it teaches." />
      {pictures.length === 0 ? (
        <EmptyState icon="image" title="There is no picture yet" text="Add the first one below." />
      ) : (
        <List draft={draft} pictures={pictures} />
      )}
      {isWritable(draft.state) ? <NewPicture address={`${address}/pictures`} form={form} /> : ''}
    </Layout>
  );
}

const List = ({ draft, pictures }: Pick<PicturesProps, 'draft' | 'pictures'>): JSX.Element => (
  <Table
    caption="Pictures"
    columns={[{ label: 'File' }, { label: 'What it shows' }, { label: 'Used in' }]}
    rows={pictures.map(({ path, sha256, alt, usedIn }) => [
      path.endsWith('.svg') ? (
        <a href={fileAddress(draft.id, path)} safe>
          {path}
        </a>
      ) : (
        <a href={`/pictures/${sha256}.${path.split('.').at(-1)}`} safe>
          {path}
        </a>
      ),
      <span safe>{alt}</span>,
      <span safe>{usedIn.join(', ') || 'nowhere yet'}</span>,
    ])}
  />
);

const NewPicture = ({ address, form }: { address: string; form: FormState }): JSX.Element => (
  <Card title="Add or replace a picture">
    <form class="form" method="post" action={address} enctype="multipart/form-data" novalidate>
      <FileField
        form={form}
        name="file"
        label="File"
        accept=".svg,.png,.jpg,.jpeg,.webp"
        help="A drawing as SVG, or a photograph as PNG, JPEG or WebP, at most 8 MB. Where and by whom it was taken is taken out."
      />
      <Field form={form} name="name" label="Name" help="Small letters, digits and hyphens, without an ending." />
      <Textarea form={form} name="alt" label="What it teaches, in words" rows={3} />
      <Checkbox form={form} name="replace" label="Replace the picture of this name" required={false} />
      <div class="form-actions">
        <Button>Save picture</Button>
      </div>
    </form>
  </Card>
);
