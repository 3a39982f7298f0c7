import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BundlesModule } from '../bundles/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { SeatsModule } from '../seats/index.js';
import { UsersModule } from '../users/index.js';
import { HoldingsModule } from './holdings.module.js';
import { OrdersApi } from './orders/orders.api.js';
import { CheckoutMails } from './checkout.mails.js';
import { CancelCheckout } from './buying/cancel-checkout.js';
import { CheckoutPages } from './buying/checkout.pages.js';
import { ReviewCheckout } from './buying/review-checkout.js';
import { OrderPages } from './orders/orders.pages.js';
import { LineAccess } from './orders/line-access.js';
import { OrderQueries } from './orders/order.queries.js';
import { CloseCoveredCheckouts } from './buying/close-covered-checkouts.js';
import { NoticeDoublePayment } from './buying/notice-double-payment.js';
import { FiguresModule } from './figures/figures.module.js';
import { HandleStripeEvent } from './stripe/handle-stripe-event.js';
import { OpenPaymentPage } from './buying/open-payment-page.js';
import { Order } from './orders/order.entity.js';
import { PayoutQueries } from './payouts/payout.queries.js';
import { ReconcilePayout } from './payouts/reconcile-payout.js';
import { PaymentQueries } from './orders/payment.queries.js';
import { InvoiceMails } from './invoices/invoice-mails.js';
import { InvoicePages, InvoicesApi } from './invoices/invoices.controllers.js';
import { InvoiceQueries } from './invoices/invoice.queries.js';
import { IssueInvoices } from './invoices/issue-invoices.js';
import { IssueRefundPapers } from './invoices/issue-refund-papers.js';
import { RefundedQueries } from './invoices/refunded.queries.js';
import { SaleQueries } from './invoices/sale.queries.js';
import { AskStripeAgain } from './staff/ask-stripe-again.js';
import { DeskApi } from './staff/desk.api.js';
import { DeskOrderQueries } from './staff/desk-order.queries.js';
import { DeskPages } from './staff/desk.pages.js';
import { DeskQueries } from './staff/desk.queries.js';
import { FailedEventQueries } from './staff/failed-events.queries.js';
import { FailedEventsApi, FailedEventsPages } from './staff/failed-events.controllers.js';
import { FetchMissedEvents } from './stripe/fetch-missed-events.js';
import { ReplayEvents } from './staff/replay-events.js';
import { ResolveReview } from './staff/resolve-review.js';
import { ReviewQueries } from './staff/review.queries.js';
import { ReviewsApi, ReviewsPages } from './staff/reviews.controllers.js';
import { ResendReceipt } from './staff/resend-receipt.js';
import { StoryQueries } from './staff/story.queries.js';
import { ReceiveStripeEvent } from './stripe/receive-stripe-event.js';
import { SettleOrder } from './settling/settle-order.js';
import { EndCheckout } from './buying/end-checkout.js';
import { PlaceOrder } from './buying/place-order.js';
import { CompleteOrder } from './settling/complete-order.js';
import { StartCheckout } from './buying/start-checkout.js';
import { StripeEventsApi } from './stripe/stripe-events.api.js';
import { PromiseQueries } from './orders/promise.queries.js';
import { DisputeMails } from './disputes/dispute.mails.js';
import { DisputeQueries } from './disputes/dispute.queries.js';
import { DisputePages, DisputesApi } from './disputes/disputes.controllers.js';
import { SubmitEvidence } from './disputes/submit-evidence.js';
import { FollowDispute } from './disputes/follow-dispute.js';
import { OrderLetter } from './orders/order-letter.js';
import { AfterSaleQueries } from './refunds/after-sale.queries.js';
import { AllocateRefund } from './refunds/allocate-refund.js';
import { ApplyRefund } from './refunds/apply-refund.js';
import { DecideRefund } from './refunds/decide-refund.js';
import { OpenRefund } from './refunds/open-refund.js';
import { EndCreditedCheckouts } from './refunds/end-credited-checkouts.js';
import { ReturnCredit } from './refunds/return-credit.js';
import { RefundCases } from './refunds/refund-case.js';
import { RefundIneligible } from './refunds/refund-ineligible.js';
import { RefundMails } from './refunds/refund.mails.js';
import { RefundOrder } from './refunds/refund-order.js';
import { MyRefundApi, MyRefundPages } from './refunds/my-refunds.controllers.js';
import { PreviewRefund } from './refunds/preview-refund.js';
import { RefundDeskApi, RefundDeskPages } from './refunds/refund-desk.controllers.js';
import { RefundRegisterQueries } from './refunds/refund-register.queries.js';
import { DisputeRegisterQueries } from './disputes/dispute-register.queries.js';
import { RefundQueries } from './refunds/refund.queries.js';
import { StaffRefundApi, StaffRefundPages } from './refunds/staff-refund.controllers.js';
import { RequestRefund } from './refunds/request-refund.js';
import { SendRefund } from './refunds/send-refund.js';
import { SweepRefunds } from './refunds/sweep-refunds.js';
import { TakeOverRefund } from './refunds/take-over-refund.js';
import { ReconcilePayment } from './settling/reconcile-payment.js';

import { BookedReturnQueries } from './books/booked-return.queries.js';
import { BookedSaleQueries } from './books/booked-sale.queries.js';
import { BalanceGateway } from './stripe/balance.gateway.js';
import { StripeClient } from './stripe/stripe-client.js';
import { StripeGateway } from './stripe/stripe.gateway.js';
import { ChargeInstalment } from './plans/charge-instalment.js';
import { InstalmentQueries } from './plans/instalment.queries.js';
import { MissInstalment } from './plans/miss-instalment.js';
import { PayInstalments } from './plans/pay-instalments.js';
import { PlanApi, PlanPages } from './plans/plan.controllers.js';
import { PlanMails } from './plans/plan.mails.js';
import { ReturnLatePayment } from './plans/return-late-payment.js';
import { RunPlans } from './plans/run-plans.js';
import { SettleInstalment } from './plans/settle-instalment.js';
import { SettlePages } from './plans/settle-pages.js';
import { InstalmentGateway } from './stripe/instalment.gateway.js';
import { SweepOrders } from './settling/sweep-orders.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Order]),
    UsersModule,
    BundlesModule,
    EnrollmentModule,
    SeatsModule,
    FiguresModule,
    HoldingsModule,
  ],
  controllers: [
    PlanPages,
    PlanApi,
    OrdersApi,
    StripeEventsApi,
    CheckoutPages,
    OrderPages,
    InvoicePages,
    InvoicesApi,
    DeskPages,
    DeskApi,
    ReviewsPages,
    ReviewsApi,
    FailedEventsPages,
    FailedEventsApi,
    StaffRefundPages,
    DisputePages,
    DisputesApi,
    MyRefundPages,
    MyRefundApi,
    RefundDeskPages,
    RefundDeskApi,
    StaffRefundApi,
  ],
  providers: [
    InstalmentGateway,
    InstalmentQueries,
    PlanMails,
    SettleInstalment,
    ChargeInstalment,
    MissInstalment,
    SettlePages,
    PayInstalments,
    ReturnLatePayment,
    RunPlans,
    StripeClient,
    StripeGateway,
    OrderQueries,
    LineAccess,
    PromiseQueries,
    CheckoutMails,
    OpenPaymentPage,
    PlaceOrder,
    EndCheckout,
    CancelCheckout,
    ReviewCheckout,
    StartCheckout,
    CompleteOrder,
    SettleOrder,
    SweepOrders,
    CloseCoveredCheckouts,
    NoticeDoublePayment,
    ReceiveStripeEvent,
    HandleStripeEvent,
    PaymentQueries,
    OrderLetter,
    ReconcilePayment,
    RefundCases,
    RefundMails,
    RequestRefund,
    RefundQueries,
    RefundRegisterQueries,
    DisputeRegisterQueries,
    AfterSaleQueries,
    PreviewRefund,
    DecideRefund,
    RefundOrder,
    RefundIneligible,
    EndCreditedCheckouts,
    ReturnCredit,
    OpenRefund,
    SendRefund,
    SweepRefunds,
    ApplyRefund,
    TakeOverRefund,
    AllocateRefund,
    FollowDispute,
    DisputeQueries,
    SubmitEvidence,
    DisputeMails,
    InvoiceMails,
    InvoiceQueries,
    SaleQueries,
    IssueInvoices,
    RefundedQueries,
    IssueRefundPapers,
    DeskQueries,
    DeskOrderQueries,
    StoryQueries,
    AskStripeAgain,
    ResendReceipt,
    ReviewQueries,
    ResolveReview,
    FailedEventQueries,
    ReplayEvents,
    FetchMissedEvents,
    PayoutQueries,
    ReconcilePayout,
    BalanceGateway,
    BookedSaleQueries,
    BookedReturnQueries,
  ],
  exports: [
    PaymentQueries,
    RefundRegisterQueries,
    DisputeRegisterQueries,
    InvoiceQueries,
    PayoutQueries,
    FailedEventQueries,
    ReconcilePayout,
    BalanceGateway,
    BookedSaleQueries,
    BookedReturnQueries,
    FetchMissedEvents,
    HandleStripeEvent,
    SweepOrders,
  ],
})
export class CheckoutModule {}
