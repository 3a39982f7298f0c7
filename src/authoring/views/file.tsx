import type { LessonPreview, Problem } from '../../courses/index.js';
import {
  Alert,
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  Select,
  type PageContext,
  Textarea,
} from '../../web/index.js';
import { deskCrumb, draftAddress, fileAddress } from '../author-address.js';
import { isWritable } from '../drafts/draft-state.js';
import type { DraftCard, DraftFile } from '../drafts/draft.queries.js';
import type { FileSave } from '../files/file.queries.js';
import { Palette } from './palette.js';
import { PreviewView } from './preview.js';
import { ProblemsHere } from './problems.js';
import { Saves } from './saves.js';

interface FileProps {
  page: PageContext;
  draft: DraftCard;
  path: string;
  form: FormState;
  preview: LessonPreview | undefined;
  problems: Problem[];
  saves: Omit<FileSave, 'bytes'>[];
  files: DraftFile[];
  /** The save that is shown instead of the newest. */
  earlier: number | undefined;
}

/** The editor of one file: plain fields and a text; with script, the preview follows what is typed. */
export function FileView({
  page,
  draft,
  path,
  form,
  preview,
  problems,
  saves,
  files,
  earlier,
}: FileProps): JSX.Element {
  const address = fileAddress(draft.id, path);
  const isLesson = form.values['body'] !== undefined;
  const pictures = files.flatMap((file) => (file.path.startsWith('pictures/') ? [file.path] : []));
  return (
    <Layout
      page={page}
      title={path}
      tone="working"
      form={form}
      scripts={['draft-editor']}
      breadcrumbs={[deskCrumb, { href: draftAddress(draft.id), label: draft.title ?? draft.course }, { label: path }]}
    >
      <FormErrors form={form} />
      <PageHeader kicker={`Save ${saves[0]!.rev}, by ${saves[0]!.by}`} title={path} />
      {earlier ? (
        <Alert kind="info">
          <p safe>{`This is how save ${earlier} left the file. Saving makes it the newest; nothing is lost.`}</p>
        </Alert>
      ) : (
        ''
      )}
      <draft-editor
        class={preview ? 'draft-desk' : 'draft-desk draft-desk-alone'}
        data-preview={`${draftAddress(draft.id)}/preview?path=${encodeURIComponent(path)}`}
      >
        <form class="form draft-form" method="post" action={address} novalidate>
          <input type="hidden" name="rev" value={String(form.values['rev'] ?? '')} />
          {isLesson ? (
            <LessonFields form={form} pictures={pictures} today={page.now.toISOString().slice(0, 10)} />
          ) : (
            <WholeText form={form} />
          )}
          {isWritable(draft.state) ? (
            <div class="form-actions">
              <Button name="act" value="save">
                Save
              </Button>
              {preview ? (
                <Button name="act" value="preview" look="secondary">
                  Preview
                </Button>
              ) : (
                ''
              )}
              <LinkButton look="quiet" href={draftAddress(draft.id)}>
                Back to the draft
              </LinkButton>
            </div>
          ) : (
            <p class="field-help" safe>{`This draft is ${draft.state}: take it back before you change it.`}</p>
          )}
        </form>
        <section class="draft-preview" aria-label={preview ? 'Preview' : 'Problems'} tabindex="0">
          {preview ? <PreviewView {...preview} problems={problems} /> : <ProblemsHere problems={problems} />}
        </section>
      </draft-editor>
      <Saves address={address} saves={saves} />
    </Layout>
  );
}

function LessonFields({ form, pictures, today }: { form: FormState; pictures: string[]; today: string }): JSX.Element {
  return (
    <>
      <Field form={form} name="title" label="Title" />
      <Field form={form} name="summary" label="Summary" help="One sentence of at most 200 characters." />
      <div class="field-row">
        <Field form={form} name="minutes" label="Minutes" inputmode="numeric" size="short" />
        <Field form={form} name="reviewed" label="Reviewed on" type="date" size="medium" />
      </div>
      <Textarea
        form={form}
        name="sources"
        label="Sources"
        rows={4}
        help="One to a line; an address may follow behind a bar: Label of 2024 | https://…"
      />
      <Field
        form={form}
        name="resource"
        label="Article shown in it"
        required={false}
        help="The article's name in addresses."
      />
      <Select
        form={form}
        name="preview"
        label="Who may read it"
        required={false}
        options={[
          { value: '', label: 'Who studies the course' },
          { value: 'true', label: 'Everybody, as a free lesson' },
        ]}
      />
      <Palette pictures={pictures} today={today} />
      <Textarea form={form} name="body" label="Text" rows={24} mono help="Markdown. Headings start at ##." />
    </>
  );
}

const WholeText = ({ form }: { form: FormState }): JSX.Element => (
  <Textarea form={form} name="source" label="Text of the file" rows={30} mono />
);
