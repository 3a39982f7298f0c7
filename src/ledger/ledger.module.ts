import { Module } from '@nestjs/common';
import { KeepBooks } from './posting/keep-books.js';
import { PostUnposted } from './posting/post-unposted.js';
import { WriteMovements } from './posting/write-movements.js';
import { ResolveByItself } from './posting/resolve-by-itself.js';
import { PostMatters } from './posting/post-matters.js';
import { PostDisputeEnd } from './posting/post-dispute-end.js';
import { PostPayoutArrival } from './posting/post-payout-arrival.js';
import { PlaceMovements } from './posting/place-movements.js';
import { PlaceSale } from './posting/place-sale.js';
import { PlaceRefund } from './posting/place-refund.js';
import { PlaceRefundFailure } from './posting/place-refund-failure.js';
import { PlaceDispute } from './posting/place-dispute.js';
import { CheckBalance } from './cash/check-balance.js';
import { PullTransactions } from './cash/pull-transactions.js';
import { Deferrals } from './deferred/deferrals.js';
import { RecognitionPolicies } from './deferred/recognition-policies.js';
import { RebuildBooks } from './rebuild/rebuild-books.js';
import { PostEntries } from './journal/post-entries.js';
import { RecogniseMonth } from './deferred/recognise-month.js';
import { RecogniseRevenue } from './deferred/recognise-revenue.js';
import { RefreshMilestones } from './deferred/refresh-milestones.js';
import { savedViewControllers, savedViewProviders } from './saved-views/saved-views.parts.js';
import { reportControllers, reportProviders } from './reports/reports.parts.js';
import { JournalPages } from './journal/journal.pages.js';
import { JournalApi } from './journal/journal.api.js';
import { AccountsPages, AccountsApi } from './journal/accounts.controllers.js';
import { SuspensePages, SuspenseApi } from './cash/suspense.controllers.js';
import { StripeBalancePages, StripeBalanceApi } from './cash/balance.controllers.js';
import { RecognitionPages, RecognitionApi } from './deferred/recognition.controllers.js';
import { JournalQueries } from './journal/journal.queries.js';
import { AccountQueries } from './journal/account.queries.js';
import { NameQueries } from './journal/names.js';
import { PostByHand } from './journal/post-by-hand.js';
import { ReverseEntry } from './journal/reverse-entry.js';
import { OpenAccount } from './journal/open-account.js';
import { SuspenseQueries } from './cash/suspense.queries.js';
import { ResolveSuspense } from './cash/resolve-suspense.js';
import { BalanceCheckQueries } from './cash/balance-check.queries.js';
import { ChoosePolicy } from './deferred/choose-policy.js';
import { BundlesModule } from '../bundles/index.js';
import { closing } from './close/closing.js';
import { CheckoutModule } from '../checkout/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { SeatsModule } from '../seats/index.js';
import { exportControllers, exportProviders } from './exports/exports.parts.js';
import { openingControllers, openingProviders } from './opening/opening.parts.js';
import { BooksInvoicesApi, InvoicesPages } from './invoices/invoices.controllers.js';
import { PayoutsApi } from './payouts/payouts.api.js';
import { PayoutsPages } from './payouts/payouts.pages.js';
import { PaymentsApi, PaymentsPages } from './payments/payments.controllers.js';

@Module({
  imports: [BundlesModule, CheckoutModule, EnrollmentModule, SeatsModule],
  controllers: [
    JournalPages,
    JournalApi,
    AccountsPages,
    AccountsApi,
    SuspensePages,
    SuspenseApi,
    StripeBalancePages,
    StripeBalanceApi,
    RecognitionPages,
    RecognitionApi,
    PaymentsPages,
    PaymentsApi,
    InvoicesPages,
    BooksInvoicesApi,
    PayoutsPages,
    PayoutsApi,
    ...exportControllers,
    ...openingControllers,
    ...reportControllers,
    ...savedViewControllers,
    ...closing.controllers,
  ],
  providers: [
    JournalQueries,
    AccountQueries,
    NameQueries,
    PostByHand,
    ReverseEntry,
    OpenAccount,
    SuspenseQueries,
    ResolveSuspense,
    BalanceCheckQueries,
    ChoosePolicy,
    KeepBooks,
    PostUnposted,
    WriteMovements,
    ResolveByItself,
    PostMatters,
    PostDisputeEnd,
    PostPayoutArrival,
    PlaceMovements,
    PlaceSale,
    PlaceRefund,
    PlaceRefundFailure,
    PlaceDispute,
    PullTransactions,
    CheckBalance,
    Deferrals,
    RecognitionPolicies,
    RecogniseMonth,
    RecogniseRevenue,
    RefreshMilestones,
    PostEntries,
    ...reportProviders,
    ...savedViewProviders,
    RebuildBooks,
    ...exportProviders,
    ...closing.providers,
    ...openingProviders,
  ],
  exports: [CheckBalance, KeepBooks, PullTransactions],
})
export class LedgerModule {}
