import { findObject } from '../store/objects.js';
import type { Kind } from '../store/kinds.js';
import type { Work } from '../store/work.js';
import { breakdownOf } from '../sessions/totals.js';
import { lineItemsOf, listLineItems } from '../store/line-items.js';
import type { Form } from './decode-form.js';
import { invalidRequest } from './stripe-error.js';

type Node = Record<string, unknown>;

/** What each object may expand, and what kind of object stands behind the field. */
const expandable: Record<string, Record<string, Kind | 'line_items'>> = {
  'checkout.session': { customer: 'customer', payment_intent: 'payment_intent', line_items: 'line_items' },
  payment_intent: { customer: 'customer', latest_charge: 'charge', payment_method: 'payment_method' },
  charge: { balance_transaction: 'balance_transaction', customer: 'customer', payment_intent: 'payment_intent' },
  refund: { balance_transaction: 'balance_transaction', charge: 'charge', payment_intent: 'payment_intent' },
  payment_method: { customer: 'customer' },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
  discount: { customer: 'customer', promotion_code: 'promotion_code' },
  payout: { balance_transaction: 'balance_transaction', failure_balance_transaction: 'balance_transaction' },
  price: { product: 'product' },
  product: { default_price: 'price' },
  promotion_code: { customer: 'customer' },
};
/** Within an object's parts, which have no name of their own. */
const nested: Record<string, Kind> = { coupon: 'coupon', promotion_code: 'promotion_code' };

const sources: Record<string, Kind> = {
  ch: 'charge',
  du: 'dispute',
  po: 'payout',
  py: 'charge',
  pyr: 'refund',
  re: 'refund',
};

/** Takes `expand` out of the form, so that no route's schema needs to know it. */
export function takeExpand(form: Form): string[] {
  const { expand } = form;
  delete form.expand;
  if (expand === undefined) return [];
  const paths = typeof expand === 'string' ? [expand] : Object.values(expand);
  if (!paths.every((path) => typeof path === 'string')) throw invalidRequest('Invalid array', 'expand');
  if (paths.some((path) => path.split('.').length > 4)) {
    throw invalidRequest(
      'You cannot expand more than 4 levels of a property.',
      'expand',
      'property_expansion_max_depth',
    );
  }
  return paths;
}

/** The answer with the named ids replaced by the objects they stand for. */
export async function expandPaths(work: Work, answer: object, paths: string[]): Promise<object> {
  const copy = JSON.parse(JSON.stringify(answer)) as Node;
  for (const path of paths) await expandInto(work, copy, path.split('.'), path);
  const shown = new Set(paths.map((path) => path.split('.').at(-1)!));
  hideIncludable(copy, shown);
  return copy;
}

async function expandInto(work: Work, node: Node, [field, ...rest]: string[], path: string): Promise<void> {
  if (field === undefined) return;
  if (node.object === 'checkout.session' && field === 'total_details' && rest[0] === 'breakdown') {
    const items = await lineItemsOf(work, node.id as string);
    node.total_details = { ...(node.total_details as Node), breakdown: breakdownOf(items ?? []) };
    return;
  }
  if (node.object === 'coupon' && field === 'applies_to') return;
  if (node.object === 'item' && (field === 'taxes' || field === 'discounts')) return;
  if (node.object === 'list' && field === 'data') {
    for (const item of node.data as Node[]) await expandInto(work, item, rest, path);
    return;
  }
  if (Array.isArray(node)) {
    for (const item of node as Node[]) await expandInto(work, item, [field, ...rest], path);
    return;
  }
  const kind = kindBehind(node, field);
  const value = node[field];
  if (!kind && !isNode(value)) throw invalidRequest(`This property cannot be expanded (${path}).`, 'expand');
  if (kind === 'line_items') node[field] ??= await listLineItems(work, node.id as string);
  else if (kind && typeof value === 'string') node[field] = await findObject(work, kind, value);
  const next = node[field];
  if (isNode(next)) await expandInto(work, next, rest, path);
}

function kindBehind(node: Node, field: string): Kind | 'line_items' | undefined {
  if (node.object === 'balance_transaction' && field === 'source') return sources[String(node.source).split('_')[0]!];
  return (typeof node.object === 'string' ? expandable[node.object] : nested)?.[field];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** A line item carries its taxes and discounts always, and shows them when asked to. */
function hideIncludable(value: unknown, shown: Set<string>): void {
  if (!isNode(value)) return;
  for (const inner of Object.values(value)) hideIncludable(inner, shown);
  if (value.object === 'coupon' && !shown.has('applies_to')) delete value.applies_to;
  if (value.object !== 'item') return;
  for (const field of ['taxes', 'discounts']) if (!shown.has(field)) delete value[field];
}
