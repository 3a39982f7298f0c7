export { CheckoutModule } from './checkout.module.js';
export { type PaymentFilter, PaymentQueries, type PaymentRow, type PaymentTotal } from './payment.queries.js';
export { SettleOrder } from './settle-order.js';
export { StripeConnection } from './stripe-connection.js';
export { SweepOrders } from './sweep-orders.js';
