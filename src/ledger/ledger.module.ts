import { Module } from '@nestjs/common';
import { CheckoutModule } from '../checkout/index.js';
import { PaymentsApi, PaymentsPages } from './payments.controllers.js';

@Module({ imports: [CheckoutModule], controllers: [PaymentsPages, PaymentsApi] })
export class LedgerModule {}
