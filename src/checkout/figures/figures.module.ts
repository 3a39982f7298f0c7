import { Global, Module } from '@nestjs/common';
import { SalesFigures, WaitingForStaff } from '../../bundles/index.js';
import { SalesFiguresQueries } from './sales-figures.queries.js';
import { WaitingForStaffQueries } from './waiting-for-staff.queries.js';

/** Answers what the shop's desk asks about sales: global, because the asking room stands above this one. */
@Global()
@Module({
  providers: [
    { provide: SalesFigures, useClass: SalesFiguresQueries },
    { provide: WaitingForStaff, useClass: WaitingForStaffQueries },
  ],
  exports: [SalesFigures, WaitingForStaff],
})
export class FiguresModule {}
