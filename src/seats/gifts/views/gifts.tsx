import {
  Badge,
  EmptyState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import type { OwnSeat } from '../../invitations/held-seat.queries.js';
import type { Gift } from '../gift.queries.js';
import { giftState } from '../gift-state.js';
import { giftStateLabel } from './gift-state-label.js';

interface Props {
  page: PageContext;
  given: Gift[];
  received: OwnSeat[];
}

/** What this person gave and was given. */
export function GiftsView({ page, given, received }: Props): JSX.Element {
  return (
    <Layout page={page} title="Gifts" tone="working">
      <PageHeader title="Gifts" lead="What you gave, whether it has arrived, and what was given to you." />
      {given.length === 0 && received.length === 0 ? <Nothing /> : ''}
      {given.length > 0 ? <Given gifts={given} /> : ''}
      {received.length > 0 ? <Received seats={received} /> : ''}
    </Layout>
  );
}

const Nothing = (): JSX.Element => (
  <EmptyState
    title="No gifts yet"
    text="Every bundle and course can be bought for somebody else: choose “Buy as a gift” on its page."
    icon="gift"
  >
    <LinkButton href="/catalogue">Find something to give</LinkButton>
  </EmptyState>
);

function Given({ gifts }: { gifts: Gift[] }): JSX.Element {
  return (
    <section class="section" aria-labelledby="given">
      <h2 id="given">Given</h2>
      <Table
        caption="Gifts you gave"
        columns={[{ label: 'Gift' }, { label: 'For' }, { label: 'Sent' }, { label: 'State' }]}
        rows={gifts.map((gift) => [
          <a href={`/gifts/given/${gift.id}`} safe>
            {gift.title}
          </a>,
          <span safe>{`${gift.recipient.name} (${gift.recipient.email})`}</span>,
          <Time at={gift.sentAt} />,
          <Badge {...giftStateLabel[giftState(gift)]} />,
        ])}
      />
    </section>
  );
}

function Received({ seats }: { seats: OwnSeat[] }): JSX.Element {
  return (
    <section class="section" aria-labelledby="received">
      <h2 id="received">Received</h2>
      <Table
        caption="Gifts you received"
        columns={[{ label: 'Gift' }, { label: 'From' }, { label: 'Accepted' }]}
        rows={seats.map(({ title, giver, acceptedAt }) => [
          <span safe>{title}</span>,
          <span safe>{giver}</span>,
          <Time at={acceptedAt} />,
        ])}
      />
    </section>
  );
}
