import type { Quote } from '../../../bundles/index.js';
import { formatMoney } from '../../../shared/index.js';

/** Every line of a quote with the reasons for its price, the total, and how it came about. */
export function QuoteTable({ quote }: { quote: Quote }): JSX.Element {
  return (
    <>
      <QuoteLines quote={quote} />
      {[...quote.notes, ...taxNotes[quote.tax]].map((note) => (
        <p class="quote-note" safe>
          {note}
        </p>
      ))}
    </>
  );
}

const taxNotes: Record<Quote['tax'], string[]> = {
  none: [],
  included: ['Tax is in these prices; the payment page shows how much.'],
  added: ['Tax comes on top: the payment page asks where you are billed and shows it before you pay.'],
};

function QuoteLines({ quote }: { quote: Quote }): JSX.Element {
  return (
    <table class="quote">
      <caption class="visually-hidden">What you buy and what it costs</caption>
      <tbody>
        {quote.lines.map((line) => (
          <>
            <tr class="quote-line">
              <th scope="row">
                <span safe>{line.quantity > 1 ? `${line.quantity} × ${line.product.title}` : line.product.title}</span>
                {line.courses.length > 1 ? <span class="quote-note" safe>{`${line.courses.length} courses`}</span> : ''}
              </th>
              <td class="numeric" safe>
                {formatMoney(line.amount)}
              </td>
            </tr>
            {line.reasons.length > 1
              ? line.reasons.map((reason) => (
                  <tr class="quote-reason">
                    <th scope="row" safe>
                      {reason.label}
                    </th>
                    <td class="numeric" safe>
                      {formatMoney(reason.amount)}
                    </td>
                  </tr>
                ))
              : ''}
          </>
        ))}
      </tbody>
      <tfoot>
        <tr class="quote-total">
          <th scope="row">Total</th>
          <td class="numeric" safe>
            {formatMoney(quote.total)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
