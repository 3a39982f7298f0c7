import type { Children } from '@kitajs/html';
import { ActForm, Alert, Button, Card, Field, type FormState, Textarea } from '../../web/index.js';
import { draftAddress } from '../author-address.js';
import type { DraftCard } from '../drafts/draft.queries.js';
import type { ReviewProps } from './review.js';

/** What can be done with a draft as it stands, by whoever looks at it. */
export function ReviewActs({ draft, wrote, form, problems, changed }: ReviewProps): JSX.Element {
  const movedOn = draft.newest !== null && draft.newest !== draft.base;
  switch (draft.state) {
    case 'draft':
    case 'changes asked':
      if (movedOn) return <TakeIn draft={draft} />;
      if (problems.length > 0 || changed.length === 0) return '';
      return (
        <Act draft={draft} move="submitted" verb="Hand in for review" title="Ready?">
          <Textarea form={form} name="note" label="For whoever reads it" required={false} rows={3} />
        </Act>
      );
    case 'in review':
      return wrote ? <Waiting draft={draft} /> : <Decide draft={draft} form={form} />;
    case 'approved':
      return (
        <div class="cards">
          <Act draft={draft} move="published" verb="Publish now" title="Publish">
            <p>It becomes the next edition at once. Who studies this course stays in the edition they began.</p>
          </Act>
          <Act draft={draft} move="scheduled" verb="Schedule" title="Or later" look="secondary">
            <Field form={form} name="publishAt" type="datetime-local" label="Day and time, in UTC" size="medium" />
          </Act>
          <TakeBack draft={draft} />
        </div>
      );
    case 'scheduled':
      return (
        <div class="cards">
          <Act draft={draft} move="unscheduled" verb="Do not publish then" title="Scheduled" look="secondary">
            <p safe>{`It is published ${draft.publishAt!.toISOString().slice(0, 16).replace('T', ' at ')} UTC.`}</p>
          </Act>
          <TakeBack draft={draft} />
        </div>
      );
    default:
      return '';
  }
}

const Decide = ({ draft, form }: { draft: DraftCard; form: FormState }): JSX.Element => (
  <Card title="Your decision">
    <form class="form" method="post" action={`${draftAddress(draft.id)}/moves`} novalidate>
      <Textarea form={form} name="note" label="What you checked, or what should change" rows={4} />
      <div class="form-actions">
        <Button name="move" value="approved">
          Approve
        </Button>
        <Button name="move" value="changes_asked" look="secondary">
          Ask for changes
        </Button>
      </div>
    </form>
  </Card>
);

const Waiting = ({ draft }: { draft: DraftCard }): JSX.Element => (
  <>
    <Alert kind="info">
      <p>You wrote in this draft: somebody else approves it.</p>
    </Alert>
    <TakeBack draft={draft} />
  </>
);

const TakeBack = ({ draft }: { draft: DraftCard }): JSX.Element => (
  <ActForm
    action={`${draftAddress(draft.id)}/moves`}
    label="Take back to change it"
    look="quiet"
    icon="undo-2"
    values={{ move: 'taken_back' }}
  />
);

const TakeIn = ({ draft }: { draft: DraftCard }): JSX.Element => (
  <Alert kind="warning" title={`Edition ${draft.newest} was published since this draft began`}>
    <p>Take it in before you hand in this draft. Lines that only one of them changed come together by themselves.</p>
    <ActForm action={`${draftAddress(draft.id)}/take-in`} label={`Take in edition ${draft.newest}`} />
  </Alert>
);

interface ActProps {
  draft: DraftCard;
  move: string;
  verb: string;
  title: string;
  look?: 'primary' | 'secondary';
  children: Children;
}

function Act({ draft, move, verb, title, look = 'primary', children }: ActProps): JSX.Element {
  return (
    <Card title={title}>
      <form class="form" method="post" action={`${draftAddress(draft.id)}/moves`} novalidate>
        <input type="hidden" name="move" value={move} />
        {children}
        <div class="form-actions">
          <Button look={look}>
            <span safe>{verb}</span>
          </Button>
        </div>
      </form>
    </Card>
  );
}
