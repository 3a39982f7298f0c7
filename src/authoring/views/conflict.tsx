import { Alert, Button, emptyForm, Layout, LinkButton, PageHeader, type PageContext } from '../../web/index.js';
import { deskCrumb, draftAddress, fileAddress } from '../author-address.js';
import type { DraftCard } from '../drafts/draft.queries.js';
import type { FileConflict } from '../files/save-file.js';
import { TextDiff } from './text-diff.js';

interface ConflictProps {
  page: PageContext;
  draft: DraftCard;
  path: string;
  /** The whole text that was about to be saved. */
  mine: string;
  conflict: FileConflict;
}

/** Somebody saved in between: both texts, and both together where they do not meet. Nothing is decided for anybody. */
export function ConflictView({ page, draft, path, mine, conflict }: ConflictProps): JSX.Element {
  const { rev, by, theirs, merged } = conflict;
  const address = fileAddress(draft.id, path);
  return (
    <Layout
      page={page}
      title={`Two texts of ${path}`}
      tone="working"
      breadcrumbs={[deskCrumb, { href: draftAddress(draft.id), label: draft.title ?? draft.course }, { label: path }]}
    >
      <Alert kind="warning" live title={`${by} saved this file in between`}>
        <p>Nothing was overwritten, and your text stands below. Choose what becomes the next save.</p>
      </Alert>
      <PageHeader title={`Two texts of ${path}`} />
      <h2>What differs</h2>
      <TextDiff before={theirs} after={mine} words={{ before: `Saved by ${by}`, after: 'Yours' }} />
      {merged === undefined ? (
        <p>Both changed the same lines: bring them together in your text below.</p>
      ) : (
        <Choice
          address={address}
          rev={rev}
          text={merged}
          label="Both changes together"
          verb="Save both together"
          merged
        />
      )}
      <Choice address={address} rev={rev} text={mine} label="Your text" verb="Save mine instead" />
      <LinkButton look="secondary" href={address}>
        {`Keep what was saved`}
      </LinkButton>
    </Layout>
  );
}

interface ChoiceProps {
  address: string;
  rev: number;
  text: string;
  label: string;
  verb: string;
  merged?: boolean;
}

function Choice({ address, rev, text, label, verb, merged }: ChoiceProps): JSX.Element {
  const form = emptyForm({ source: text });
  return (
    <form class="form draft-choice" method="post" action={address}>
      <input type="hidden" name="rev" value={String(rev)} />
      {merged ? <input type="hidden" name="merged" value="yes" /> : ''}
      <label class="visually-hidden" for={`text-${merged ? 'merged' : 'mine'}`} safe>
        {label}
      </label>
      <h2 safe>{label}</h2>
      <textarea
        id={`text-${merged ? 'merged' : 'mine'}`}
        name="source"
        class="input input-full input-mono"
        rows="14"
        safe
      >
        {`\n${String(form.values['source'])}`}
      </textarea>
      <div class="form-actions">
        <Button look={merged ? 'primary' : 'secondary'}>
          <span safe>{verb}</span>
        </Button>
      </div>
    </form>
  );
}
