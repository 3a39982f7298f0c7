import type { Problem } from '../../courses/index.js';
import {
  ActForm,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Table,
  Time,
} from '../../web/index.js';
import { deskCrumb, draftAddress, fileAddress } from '../author-address.js';
import { isEnded, isWritable } from '../drafts/draft-state.js';
import type { DraftCard, DraftFile } from '../drafts/draft.queries.js';
import { Problems } from './problems.js';
import { StateBadge } from './state-badge.js';

interface DraftProps {
  page: PageContext;
  draft: DraftCard;
  files: DraftFile[];
  problems: Problem[];
  form: FormState;
}

/** A draft: its files, and what is wrong with them. */
export function DraftView({ page, draft, files, problems, form }: DraftProps): JSX.Element {
  const title = draft.title ?? draft.course;
  return (
    <Layout page={page} title={title} tone="working" form={form} breadcrumbs={[deskCrumb, { label: title }]}>
      <FormErrors form={form} />
      <PageHeader kicker="Draft" title={title} lead={leadOf(draft)} meta={<StateBadge state={draft.state} />} />
      <Problems draft={draft.id} problems={problems} />
      <div class="form-actions">
        <LinkButton href={`${draftAddress(draft.id)}/review`} icon="git-compare">
          Changes and review
        </LinkButton>
        <LinkButton href={`${draftAddress(draft.id)}/outline`} look="secondary" icon="list-tree">
          Outline
        </LinkButton>
        <LinkButton href={`${draftAddress(draft.id)}/pictures`} look="secondary" icon="image">
          Pictures
        </LinkButton>
        <LinkButton href={`${draftAddress(draft.id)}/export`} look="secondary" icon="download" download="">
          Export
        </LinkButton>
        {isWritable(draft.state) ? (
          <LinkButton href={`${draftAddress(draft.id)}/import`} look="quiet" icon="upload">
            Import files
          </LinkButton>
        ) : (
          ''
        )}
      </div>
      <section class="section" aria-labelledby="files">
        <h2 id="files">Files</h2>
        <Files draft={draft} files={files} />
      </section>
      {isEnded(draft.state) ? (
        ''
      ) : (
        <ActForm action={`${draftAddress(draft.id)}/discard`} label="Discard this draft" look="danger" icon="trash-2" />
      )}
    </Layout>
  );
}

const leadOf = ({ base, newest }: DraftCard): string =>
  base === null
    ? 'A course that is not there yet.'
    : `Begun from edition ${base}${newest === base ? ', which is the newest' : `; edition ${newest} is the newest`}.`;

const Files = ({ draft, files }: Pick<DraftProps, 'draft' | 'files'>): JSX.Element => (
  <Table
    caption="Files"
    columns={[{ label: 'File' }, { label: 'Changed' }, { label: 'By' }, { label: 'At' }]}
    rows={files.map(({ path, changed, by, at }) => [
      <a href={fileAddress(draft.id, path)} safe>
        {path}
      </a>,
      changed ? 'changed' : 'as it was',
      changed ? <span safe>{by}</span> : '',
      changed ? <Time at={at} /> : '',
    ])}
  />
);
