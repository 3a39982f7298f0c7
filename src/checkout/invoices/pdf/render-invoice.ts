import { breakable, canDraw, drawnText, printableLine, setPdf } from '../../../documents/index.js';
import { formatDate, formatMoney } from '../../../shared/index.js';
import { type InvoiceContent, kindTitle } from '../invoice-content.js';
import { sellerLines, customerLines, moneyHead, rateText } from '../invoice-words.js';
import { template } from './template.js';

const missing =
  'Some characters cannot be drawn here and stand as question marks; the page at the address below shows them.';

/** The document as PDF/A-3a, tagged; the same content gives the same bytes. `address` is the page that shows it. */
export function renderInvoice(content: InvoiceContent, address: string): Buffer {
  return setPdf(template, sheetOf(content, address));
}

function sheetOf(content: InvoiceContent, address: string) {
  const { kind, number, seller, customer, order } = content;
  const issued = new Date(content.issuedAt);
  const money = (amount: number) => formatMoney({ amount, currency: content.currency });
  const hasTax = content.tax !== 0 || content.taxes.length > 0;
  const typed = JSON.stringify([customer, content.lines.map((line) => line.title)]);
  return {
    title: `${kindTitle[kind]} ${number}`,
    kind: kindTitle[kind],
    number,
    date: [issued.getUTCFullYear(), issued.getUTCMonth() + 1, issued.getUTCDate()],
    seller: { name: plain(seller.name), lines: sellerLines(seller).map(plain) },
    customer: { name: plain(customer.name), lines: customerLines(customer).map(plain) },
    facts: [
      ['Issued', formatDate(issued)],
      ['Order', order.number],
      ['Ordered', formatDate(new Date(order.placedAt))],
      ...(order.receiptNumber ? [['Receipt', order.receiptNumber]] : []),
      ...content.refersTo.map((one) => ['Refers to', `${one.number} of ${formatDate(new Date(one.issuedAt))}`]),
    ],
    columns: ['Description', 'Quantity', ...(hasTax ? ['Net', 'Tax'] : []), 'Amount'],
    lines: content.lines.map((line) => ({
      title: plain(line.title),
      reasons: line.reasons.map((reason) => plain(`${reason.label}: ${money(reason.amount)}`)),
      cells: [String(line.quantity), ...(hasTax ? [money(line.net), money(line.tax)] : []), money(line.gross)],
    })),
    totals: [
      ...(hasTax
        ? [
            ['Net', money(content.net)],
            ['Tax', money(content.tax)],
          ]
        : []),
      ['Total', money(content.gross)],
    ],
    taxes: content.taxes.map((tax) => [
      plain(rateText(tax)),
      `${tax.percent} %`,
      money(tax.taxable),
      money(tax.amount),
    ]),
    moneyHead: moneyHead[kind],
    payments: content.payments.map((one) =>
      plain(`${money(one.amount)}, ${one.method}, ${formatDate(new Date(one.at))}, ${one.reference}`),
    ),
    notes: [...content.notes.map(plain), ...(canDraw(typed) ? [] : [missing])],
    footer: `${plain(seller.name)}, ${seller.taxIds.join(', ')}`,
    address,
  };
}

const plain = (text: string): string => breakable(drawnText(printableLine(text)));
