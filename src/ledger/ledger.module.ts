import { Module } from '@nestjs/common';
import { CheckoutModule } from '../checkout/index.js';
import { BooksInvoicesApi, InvoicesPages } from './invoices.controllers.js';
import { PayoutsApi } from './payouts.api.js';
import { PayoutsPages } from './payouts.pages.js';
import { PaymentsApi, PaymentsPages } from './payments.controllers.js';

@Module({
  imports: [CheckoutModule],
  controllers: [PaymentsPages, PaymentsApi, InvoicesPages, BooksInvoicesApi, PayoutsPages, PayoutsApi],
})
export class LedgerModule {}
