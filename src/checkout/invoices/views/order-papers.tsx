import { formatMoney } from '../../../shared/index.js';
import { Icon, Time } from '../../../web/index.js';
import { kindTitle } from '../invoice-content.js';
import type { InvoiceRow } from '../invoice.queries.js';

/** Invoices and credit notes of an order, on the order's page. */
export function OrderPapers({ papers }: { papers: InvoiceRow[] }): JSX.Element {
  if (papers.length === 0) return '';
  return (
    <section class="section no-print">
      <h2>Invoices</h2>
      <ul class="papers">
        {papers.map((paper) => (
          <li>
            <a href={`/invoices/${paper.number}`} safe>
              {`${kindTitle[paper.kind]} ${paper.number}`}
            </a>
            <span class="soft">
              <Time at={paper.issuedAt} date />
              <span safe>{`, ${formatMoney({ amount: paper.gross, currency: paper.currency })}`}</span>
            </span>
            <a href={`/invoices/${paper.number}.pdf`} aria-label={`PDF of ${paper.number}`}>
              <Icon name="download" size={16} /> PDF
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
