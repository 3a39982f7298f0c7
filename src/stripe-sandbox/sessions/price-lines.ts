import type Stripe from 'stripe';
import { invalidRequest, missingParam, noSuch } from '../api/stripe-error.js';
import type { NewLine } from '../params/checkout-sessions.js';
import { changedMetadata } from '../params/metadata.js';
import { openPrice } from '../resources/prices.js';
import { openProduct } from '../resources/products.js';
import { newId } from '../store/ids.js';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

/** The session's line items, each with its price and its amounts. */
export async function priceLines(work: Work, lines: NewLine[]): Promise<Stripe.LineItem[]> {
  const items: Stripe.LineItem[] = [];
  for (const [index, line] of lines.entries()) items.push(await priceLine(work, line, `line_items[${index}]`));
  const currencies = [...new Set(items.map((item) => item.currency))];
  if (currencies.length > 1) {
    throw invalidRequest(
      `The price specified only supports \`${currencies[1]}\`. This doesn't match the expected currency: \`${currencies[0]}\`.`,
      'line_items',
    );
  }
  return items;
}

async function priceLine(work: Work, line: NewLine, param: string): Promise<Stripe.LineItem> {
  if (line.price !== undefined && line.price_data !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: price, price_data.', `${param}[price]`);
  }
  if (line.quantity === undefined) throw missingParam(`${param}[quantity]`);
  const price =
    line.price === undefined ? await priceOf(work, line, param) : await storedPrice(work, line.price, param);
  const product = await findObject(work, 'product', price.product as string);
  const amount = price.unit_amount! * line.quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: product?.name ?? null,
    metadata: changedMetadata({}, line.metadata),
    price,
    quantity: line.quantity,
  };
}

async function storedPrice(work: Work, id: string, param: string): Promise<Stripe.Price> {
  const price = await findObject(work, 'price', id);
  if (!price) throw noSuch('price', id, `${param}[price]`);
  if (!price.active) {
    throw invalidRequest('The price specified is inactive. This field only accepts active prices.', `${param}[price]`);
  }
  return price;
}

/** `price_data` makes a price that no other session can use. */
async function priceOf(work: Work, { price_data: data }: NewLine, param: string): Promise<Stripe.Price> {
  if (!data) throw missingParam(`${param}[price]`);
  const { product, product_data, ...terms } = data;
  if ((product === undefined) === (product_data === undefined)) {
    throw invalidRequest(
      'You must specify one of these parameters: product, product_data.',
      `${param}[price_data][product]`,
    );
  }
  if (product && !(await findObject(work, 'product', product))) {
    throw noSuch('product', product, `${param}[price_data][product]`);
  }
  return openPrice(work, { ...terms, active: false, product: product ?? (await openProduct(work, product_data!)).id });
}
