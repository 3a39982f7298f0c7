export {
  type BookedDispute,
  type BookedRefund,
  BookedReturnQueries,
  type ReturnedCourse,
} from './books/booked-return.queries.js';
export { type BookedSale, BookedSaleQueries, type SoldLine } from './books/booked-sale.queries.js';
export { afterSaleChecks } from './after-sale.checks.js';
export { claimChecks } from './claims.checks.js';
export { checkoutChecks } from './checkout.checks.js';
export { IssueInvoices } from './invoices/issue-invoices.js';
export { paperChecks } from './papers.checks.js';
export { CheckoutModule } from './checkout.module.js';
export { invoiceRowJson, invoiceRowSchema } from './invoices/invoice.schemas.js';
export { InvoiceQueries, type InvoiceRow, type InvoiceTotal } from './invoices/invoice.queries.js';
export type { BalanceMove, Verdict } from './payouts/payout.js';
export {
  type PayoutMove,
  PayoutQueries,
  type PayoutRow,
  type PayoutSum,
  type PayoutTotal,
} from './payouts/payout.queries.js';
export { ReconcilePayout } from './payouts/reconcile-payout.js';
export { type PaymentFilter, PaymentQueries, type PaymentRow, type PaymentTotal } from './orders/payment.queries.js';
export { BalanceGateway } from './stripe/balance.gateway.js';
export { FetchMissedEvents } from './stripe/fetch-missed-events.js';
export { HandleStripeEvent } from './stripe/handle-stripe-event.js';
export { ReconcilePayment } from './settling/reconcile-payment.js';
export { RefundOrder } from './refunds/refund-order.js';
export { FailedEventQueries } from './staff/failed-events.queries.js';
export { RefundRegisterQueries, type RefundTotal, type RegisteredRefund } from './refunds/refund-register.queries.js';
export {
  DisputeRegisterQueries,
  type DisputeTotal,
  type RegisteredDispute,
} from './disputes/dispute-register.queries.js';
export { disputeReason } from './disputes/dispute-words.js';
export { RunPlans } from './plans/run-plans.js';
export { SettleOrder } from './settling/settle-order.js';
export { StripeConnection } from './stripe/stripe-connection.js';
export { StartCheckout } from './buying/start-checkout.js';
export { SweepRefunds } from './refunds/sweep-refunds.js';
export { SweepOrders } from './settling/sweep-orders.js';
export { checkoutErasure, checkoutHolds } from './erasure.js';
