import { formatMoney } from '../../../shared/index.js';
import { AwaitState, Card, Layout, LinkButton, type PageContext, PageHeader } from '../../../web/index.js';
import type { OrderView } from '../../orders/order.queries.js';
import { PromiseList } from '../../orders/views/promise-list.js';
import { QuoteTable } from '../../orders/views/quote-table.js';

/** Thanks after a payment, or the honest state of one that is not confirmed yet. */
export function DoneView({ page, order }: { page: PageContext; order: OrderView }): JSX.Element {
  if (order.status === 'paid') return <Thanks page={page} order={order} />;
  return (
    <Layout page={page} title="Confirming your payment" width="form" scripts={['await-state']}>
      <PageHeader
        title={order.status === 'expired' ? 'This order was closed' : 'Confirming your payment'}
        lead={
          order.status === 'expired'
            ? 'No payment arrived. Nothing was charged.'
            : 'Your bank has yet to confirm. Your courses open by themselves when it does, and we write to you.'
        }
      />
      {order.status === 'expired' ? (
        <LinkButton href="/catalogue">Back to the catalogue</LinkButton>
      ) : (
        <AwaitState url={`/api/orders/${order.number}`} until="paid">
          <p>This page looks again by itself. You may close it.</p>
        </AwaitState>
      )}
    </Layout>
  );
}

const nextWords = {
  self: 'Your courses are open.',
  gift: 'We are writing to whom it is for, with a link to accept your gift.',
  seats: 'The seats are open: they can be assigned to the people of your clinic.',
};

function Thanks({ page, order }: { page: PageContext; order: OrderView }): JSX.Element {
  const received = formatMoney({ amount: order.paidAmount, currency: order.currency });
  const next = nextWords[order.purpose];
  const lead = order.total > 0 ? `We received ${received}. ${next}` : next;
  const isOwn = order.purpose === 'self';
  return (
    <Layout page={page} title="Thank you" width="form">
      <PageHeader
        title={`Thank you, ${order.buyer.name}`}
        lead={lead}
        actions={isOwn ? <LinkButton href="/learning">Start learning</LinkButton> : undefined}
      />
      <Card title={isOwn ? 'What you have' : 'What you bought'}>
        <ul class="checked">
          {order.quote.lines.flatMap((line) => line.courses.map((course) => <li safe>{course.title}</li>))}
        </ul>
      </Card>
      <Card>
        <QuoteTable quote={order.quote} />
      </Card>
      {order.terms ? (
        <Card title="What was promised">
          <PromiseList promise={order.terms} isOpen={false} total={{ amount: order.total, currency: order.currency }} />
        </Card>
      ) : (
        ''
      )}
      <p>
        <a href={`/orders/${order.number}`} safe>
          {`Receipt for order ${order.number}`}
        </a>
      </p>
      <p class="soft" safe>
        {`A copy is on its way to ${order.buyer.email}.`}
      </p>
    </Layout>
  );
}
