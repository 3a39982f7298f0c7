import {
  Alert,
  Badge,
  Button,
  DefinitionList,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Timeline,
  type TimelineEvent,
} from '../../../web/index.js';
import { listWords } from '../../seat-words.js';
import type { Gift } from '../gift.queries.js';
import { type GiftState, giftState } from '../gift-state.js';
import { giftStateLabel } from './gift-state-label.js';

interface Props {
  page: PageContext;
  gift: Gift;
  form: FormState;
}

/** A gift, as its giver follows it. */
export function GiftView({ page, gift, form }: Props): JSX.Element {
  const state = giftState(gift);
  return (
    <Layout
      page={page}
      title={`Your gift: ${gift.title}`}
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/gifts', label: 'Gifts' }, { label: gift.title }]}
    >
      <FormErrors form={form} />
      <PageHeader title={gift.title} lead={lead(state, gift)} meta={<Badge {...giftStateLabel[state]} />} />
      <DefinitionList items={facts(gift)} />
      <section class="section" aria-labelledby="story">
        <h2 id="story">What happened</h2>
        <Timeline events={story(gift)} />
      </section>
      {state === 'sent' || state === 'opened' ? <SendAgain gift={gift} form={form} /> : ''}
      {state === 'paused' ? (
        <Alert kind="warning">
          <p>The payment for this gift is being looked into. It goes on as soon as that is done.</p>
        </Alert>
      ) : (
        ''
      )}
    </Layout>
  );
}

function lead(state: GiftState, { recipient }: Gift): string {
  switch (state) {
    case 'sent':
      return `The mail is on its way to ${recipient.name}. The link has not been opened yet.`;
    case 'opened':
      return `The link was opened, and the gift has not been accepted yet.`;
    case 'claimed':
      return `${recipient.name} has accepted it.`;
    case 'paused':
      return 'It is paused for now.';
    case 'withdrawn':
      return 'It was refunded, so it opens nothing any more.';
  }
}

const facts = ({ recipient, courses, message }: Gift) => [
  { term: 'For', detail: <span safe>{recipient.name}</span> },
  { term: 'Sent to', detail: <span safe>{recipient.email}</span> },
  { term: 'What it opens', detail: <span safe>{listWords(courses)}</span> },
  ...(message ? [{ term: 'Your message', detail: <span safe>{message}</span> }] : []),
];

function story({ sentAt, openedAt, remindedAt, acceptedAt }: Gift): TimelineEvent[] {
  const events: (TimelineEvent | false)[] = [
    { at: sentAt, title: 'Mail sent' },
    openedAt !== null && { at: openedAt, title: 'Link opened' },
    remindedAt !== null && { at: remindedAt, title: 'Reminder sent' },
    acceptedAt !== null && { at: acceptedAt, title: 'Accepted', kind: 'current' },
  ];
  return events.filter((event) => event !== false).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function SendAgain({ gift, form }: Pick<Props, 'gift' | 'form'>): JSX.Element {
  return (
    <section class="section" aria-labelledby="again">
      <h2 id="again">Send it again</h2>
      <p>A wrong address, or a mail that never came? The new mail has a new link, and earlier links stop working.</p>
      <form class="form" method="post" action={`/gifts/given/${gift.id}/invitations`} novalidate>
        <Field form={form} name="name" label="Their name" maxlength={120} required />
        <Field form={form} name="email" type="email" label="Their e-mail" required />
        <div class="form-actions">
          <Button>Send a new link</Button>
        </div>
      </form>
    </section>
  );
}
