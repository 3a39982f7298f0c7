import { formatMoney } from '../../../shared/index.js';
import { Table } from '../../../web/index.js';
import type { RefundQuote } from '../refund-quote.js';

/** Every line of a refund quote: what was paid, what went back or was used, and what would go back now. */
export function RefundQuoteTable({ quote }: { quote: RefundQuote }): JSX.Element {
  const amount = (value: number) => <span safe>{formatMoney({ amount: value, currency: quote.currency })}</span>;
  return (
    <>
      {quote.lines.map((line) => (
        <>
          <Table
            caption={line.title}
            captionShown
            columns={[
              { label: 'Course' },
              { label: 'Paid', numeric: true },
              { label: 'Refunded before', numeric: true },
              { label: 'Used as credit', numeric: true },
              { label: 'Goes back', numeric: true },
            ]}
            rows={line.courses.map((course) => [
              <span safe>{course.title}</span>,
              amount(course.paid.amount),
              amount(course.refunded.amount),
              amount(course.credited.amount),
              amount(course.amount.amount),
            ])}
          />
          <p class="soft" safe>
            {sentenceOf(line)}
          </p>
        </>
      ))}
      <p>
        <strong safe>{`Together: ${formatMoney(quote.total)}`}</strong>
      </p>
    </>
  );
}

function sentenceOf(line: RefundQuote['lines'][number]): string {
  const parts = [
    line.refusal?.replace(/\.$/, '') ?? `${formatMoney(line.amount)} goes back`,
    line.fee.amount > 0 && `a fee of ${formatMoney(line.fee)} stays`,
    line.tax.amount > 0 && `tax in it ${formatMoney(line.tax)}`,
    !line.refusal && `${line.progressPercent}% studied`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
