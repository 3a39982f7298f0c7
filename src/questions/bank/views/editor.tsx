import {
  Button,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
} from '../../../web/index.js';
import { EditorFields } from '../../editor/editor-fields.js';
import { authoredTypes, type AuthoredType, editorFields, typeWords } from '../../editor/editors.js';
import { bankCrumb, poolAddress, questionAddress } from '../bank-address.js';
import type { StoredPicture } from '../../pictures/picture.queries.js';
import type { DeskVersion } from '../question.queries.js';
import { changedFields } from '../changed-fields.js';

interface EditorProps {
  page: PageContext;
  pool: { slug: string; title: string };
  /** The question that changes; without it, a new one is written. */
  slug?: string;
  type: AuthoredType;
  form: FormState;
  /** Pictures that can be chosen. */
  pictures: StoredPicture[];
  /** What somebody else saved in between, and what the author had before them. */
  conflict?: { latest: DeskVersion; base: DeskVersion | undefined } | undefined;
}

/** The editor of a question: plain fields, works without script. */
export function EditorView({ page, pool, slug, type, form, pictures, conflict }: EditorProps): JSX.Element {
  const title = slug ?? `New question: ${typeWords(type)}`;
  const back = slug ? questionAddress(pool.slug, slug) : poolAddress(pool.slug);
  const action = slug ? `${back}/edit` : `${back}/new?type=${type}`;
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      form={form}
      scripts={scriptsOf(form)}
      breadcrumbs={[bankCrumb, { href: poolAddress(pool.slug), label: pool.title }, { label: title }]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker={typeWords(type)}
        title={title}
        lead="Saved as a draft: somebody else approves it before it is drawn."
      />
      {conflict ? <Conflict {...conflict} /> : ''}
      <form class="form" method="post" action={action} enctype="multipart/form-data" novalidate>
        {/* The Enter key presses the first button of a form: it must save, not remove a row. */}
        <button class="visually-hidden" type="submit" tabindex="-1">
          Save draft
        </button>
        <input type="hidden" name="base" value={String(conflict?.latest.number ?? form.values['base'] ?? '')} />
        <EditorFields form={form} fields={editorFields(type)} prefix="question" pictures={pictures} />
        <div class="form-actions">
          <Button>Save draft</Button>
          <LinkButton look="quiet" href={back}>
            Cancel
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}

/** Areas are drawn by a script; other questions load none. */
const scriptsOf = ({ values }: FormState): string[] =>
  Object.entries(values).some(([name, value]) => /\.type$/.test(name) && ['hotspot', 'faceMap'].includes(String(value)))
    ? ['zone-map']
    : [];

/** What was saved in between; what was typed stands in the fields below. */
function Conflict({ latest, base }: NonNullable<EditorProps['conflict']>): JSX.Element {
  const changed = changedFields(base?.authored ?? null, latest.authored);
  return (
    <section class="section" aria-label="Saved in between">
      <h2 safe>{`Version ${latest.number} of ${latest.author ?? 'an import'}`}</h2>
      <p
        safe
      >{`Changed there: ${changed.join(', ') || 'nothing that can be told'}. Saving now writes the version after it.`}</p>
      <pre class="editor-version" tabindex="0" safe>
        {JSON.stringify(latest.authored, null, 2)}
      </pre>
    </section>
  );
}

/** Which type a new question has. */
export function ChooseTypeView({ page, pool }: Pick<EditorProps, 'page' | 'pool'>): JSX.Element {
  return (
    <Layout
      page={page}
      title="New question"
      tone="working"
      breadcrumbs={[bankCrumb, { href: poolAddress(pool.slug), label: pool.title }, { label: 'New question' }]}
    >
      <PageHeader title="New question" lead="Choose its type. It cannot be changed later." />
      <ul class="stack">
        {authoredTypes.map((type) => (
          <li>
            <a href={`${poolAddress(pool.slug)}/new?type=${type}`} safe>
              {typeWords(type)}
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
