import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BundlesModule } from '../bundles/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { UsersModule } from '../users/index.js';
import { OrdersApi } from './checkout.api.js';
import { CheckoutMails } from './checkout.mails.js';
import { CheckoutPages, OrderPages } from './checkout.pages.js';
import { CheckoutQueries } from './checkout.queries.js';
import { CloseCoveredCheckouts } from './close-covered-checkouts.js';
import { HandleStripeEvent } from './handle-stripe-event.js';
import { OpenPaymentPage } from './open-payment-page.js';
import { Order } from './order.entity.js';
import { PaymentQueries } from './payment.queries.js';
import { ReceiveStripeEvent } from './receive-stripe-event.js';
import { SettleOrder } from './settle-order.js';
import { StartCheckout } from './start-checkout.js';
import { StripeEventsApi } from './stripe-events.api.js';
import { StripeGateway } from './stripe.gateway.js';
import { SweepOrders } from './sweep-orders.js';

@Module({
  imports: [TypeOrmModule.forFeature([Order]), UsersModule, BundlesModule, EnrollmentModule],
  controllers: [OrdersApi, StripeEventsApi, CheckoutPages, OrderPages],
  providers: [
    StripeGateway,
    CheckoutQueries,
    CheckoutMails,
    OpenPaymentPage,
    StartCheckout,
    SettleOrder,
    SweepOrders,
    CloseCoveredCheckouts,
    ReceiveStripeEvent,
    HandleStripeEvent,
    PaymentQueries,
  ],
  exports: [PaymentQueries],
})
export class CheckoutModule {}
