import type { Route } from '../api/route.js';
import { account } from './account.js';
import { checkoutSessions } from './checkout-sessions.js';
import { coupons } from './coupons.js';
import { customers } from './customers.js';
import { disputes } from './disputes.js';
import { events } from './events.js';
import { paymentIntents } from './payment-intents.js';
import { paymentMethods } from './payment-methods.js';
import { paymentPages } from './payment-pages.js';
import { payments } from './payments.js';
import { payouts } from './payouts.js';
import { prices } from './prices.js';
import { products } from './products.js';
import { promotionCodes } from './promotion-codes.js';
import { refunds } from './refunds.js';
import { webhookEndpoints } from './webhook-endpoints.js';

export const routes: Route[] = [
  ...account,
  ...checkoutSessions,
  ...coupons,
  ...customers,
  ...disputes,
  ...events,
  ...paymentIntents,
  ...paymentMethods,
  ...paymentPages,
  ...payments,
  ...payouts,
  ...prices,
  ...products,
  ...promotionCodes,
  ...refunds,
  ...webhookEndpoints,
];
