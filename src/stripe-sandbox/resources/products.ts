import type Stripe from 'stripe';
import type { z } from 'zod';
import { route } from '../api/route.js';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { createProduct, listProducts } from '../params/products.js';
import { emit } from '../store/emit.js';
import { newId } from '../store/ids.js';
import { listObjects } from '../store/list-objects.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

export const products = [
  route('post', '/products', createProduct, openProduct),
  route('get', '/products', listProducts, (work, { active, shippable, url, ...page }) =>
    listObjects(work, 'product', '/v1/products', page, { active, shippable, url }),
  ),
  route('get', '/products/:id', nothing, async (work, _params, id) => {
    const product = await findObject(work, 'product', id);
    if (!product) throw noSuch('product', id);
    return product;
  }),
];

/** Makes a product; a session's `price_data` does too. */
export async function openProduct(work: Work, params: z.infer<typeof createProduct>): Promise<Stripe.Product> {
  const id = params.id ?? newId('prod');
  if (params.id && (await findObject(work, 'product', params.id))) {
    throw invalidRequest('Product already exists.', 'id', 'resource_already_exists');
  }
  const product: Stripe.Product = {
    id,
    object: 'product',
    active: params.active ?? true,
    created: work.now,
    default_price: null,
    description: params.description ?? null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: changedMetadata({}, params.metadata),
    name: params.name,
    package_dimensions: null,
    shippable: params.shippable ?? null,
    statement_descriptor: params.statement_descriptor ?? null,
    tax_code: params.tax_code ?? null,
    tax_details: null,
    type: 'service',
    unit_label: params.unit_label ?? null,
    updated: work.now,
    url: params.url ?? null,
  };
  await insertObject(work, product);
  await emit(work, 'product.created', product);
  return product;
}
