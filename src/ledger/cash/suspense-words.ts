import type { SuspenseItem } from './suspense.queries.js';

/** What a movement in suspense may be, and what to do about it. */
export function meaningOf({ category, orderNumber }: Pick<SuspenseItem, 'category' | 'orderNumber'>): {
  title: string;
  help: string;
  href?: string;
} {
  switch (category) {
    case 'charge':
    case 'payment':
      return {
        title: 'A payment that belongs to no order',
        help: 'Somebody may have charged a card in the dashboard, or an order was not settled. If it is an order, ask Stripe again at the order; it leaves suspense by itself.',
        href: '/admin/orders',
      };
    case 'refund':
      return orderNumber
        ? {
            title: `A refund of ${orderNumber}: for which line?`,
            help: 'It was made in the dashboard. Say at the order which lines it was for; it leaves suspense by itself.',
            href: `/admin/orders/${orderNumber}`,
          }
        : {
            title: 'A refund of a payment that is not ours',
            help: 'The payment it gives back belongs to no order here.',
          };
    case 'refund_failure':
      return {
        title: 'A refund that failed',
        help: 'The refund itself is not booked. Place both in the same account.',
      };
    case 'dispute':
    case 'dispute_reversal':
      return { title: 'A dispute of a payment that is not ours', help: 'The payment belongs to no order here.' };
    case 'topup':
      return { title: 'Money added from the bank', help: 'Usually 1000 Bank.' };
    default:
      return {
        title: `A movement of the kind ${category}`,
        help: 'Look it up in the dashboard and say where it belongs.',
      };
  }
}
