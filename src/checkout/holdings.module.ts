import { Global, Module } from '@nestjs/common';
import { Holdings } from '../bundles/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { OrderHoldings } from './orders/order-holdings.js';

/** Answers the question of the rooms above what a person has, from the orders kept here. */
@Global()
@Module({
  imports: [EnrollmentModule],
  providers: [{ provide: Holdings, useClass: OrderHoldings }],
  exports: [Holdings],
})
export class HoldingsModule {}
