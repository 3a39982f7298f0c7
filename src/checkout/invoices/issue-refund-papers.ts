import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Every, type Fact, Facts, OnFact } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { appendInvoice, lockPapers } from './append-invoice.js';
import type { InvoiceContent, InvoiceKind } from './invoice-content.js';
import { InvoiceMails } from './invoice-mails.js';
import { IssueInvoices } from './issue-invoices.js';
import { creditNoteFor, debitNoteFor } from './notes-for.js';
import { type Refunded, RefundedQueries } from './refunded.queries.js';

type About = Fact<{ refundId: string; orderId: string }>;

const perSweep = 200;

/**
 * A credit note for a refund that succeeded; a debit note that takes it back when the bank could not take the money
 * after all. A refund at Stripe that belongs to no line yet waits until staff have said which.
 */
@Injectable()
export class IssueRefundPapers {
  private readonly logger = new Logger('Invoices');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly refunds: RefundedQueries,
    private readonly invoices: IssueInvoices,
    private readonly mails: InvoiceMails,
  ) {}

  async execute(refundId: string): Promise<void> {
    const refund = await this.refunds.byId(refundId);
    if (!refund) return;
    // A credit note refers to an invoice: a refund may be quicker than the job that writes it.
    await this.invoices.execute(refund.orderId);
    await this.db.transaction(async (tx) => {
      await lockPapers(tx, refund.orderId);
      // Asked again under the lock: what became of the refund meanwhile decides.
      await this.issue(tx, (await this.refunds.byId(refundId, tx))!);
    });
  }

  @OnFact('refund.succeeded', 'checkout.credit-notes')
  onSucceeded(fact: About): Promise<void> {
    return this.execute(fact.data.refundId);
  }

  @OnFact('refund.failed', 'checkout.debit-notes')
  onFailed(fact: About): Promise<void> {
    return this.execute(fact.data.refundId);
  }

  /** Finds also what was allocated to its lines since. */
  @Every('*/20 * * * *', 'checkout.credit-note-sweep')
  async sweep(): Promise<void> {
    for (const { refundId } of await this.refunds.waiting(perSweep)) {
      await this.execute(refundId).catch((error: unknown) =>
        this.logger.error({ msg: 'no papers for a refund', refundId, err: error }),
      );
    }
  }

  private async issue(tx: Tx, refund: Refunded): Promise<void> {
    const { status, lines, creditNote, hasDebitNote } = refund;
    if (status === 'succeeded' && !creditNote && lines.length > 0) {
      await this.append(tx, refund, 'credit_note', creditNoteFor(refund));
    }
    if (status === 'failed' && creditNote && !hasDebitNote) {
      await this.append(tx, refund, 'debit_note', debitNoteFor(creditNote));
    }
  }

  private async append(
    tx: Tx,
    refund: Refunded,
    kind: InvoiceKind,
    content: Omit<InvoiceContent, 'kind' | 'number' | 'issuedAt'>,
  ): Promise<void> {
    const issuedAt = await this.clock.now(tx);
    const source = { orderId: refund.orderId, sourceId: refund.id, market: refund.market };
    await this.mails.issued(tx, await appendInvoice(tx, this.facts, { kind, ...source, issuedAt, content }));
  }
}
