import { DomainError, invalidField, notFound } from '../shared/index.js';

const productField = (index: number) => `items.${index}.product`;

export const basketEmpty = () => invalidField('items', 'The basket is empty.', 'basket_empty');

export const basketTooLarge = (most: number) =>
  invalidField('items', `A basket holds at most ${most} products.`, 'basket_too_large');

/** Also the answer for a draft: it does not tell that there is one. */
export const productUnknown = (index: number) =>
  invalidField(productField(index), 'There is no such product.', 'product_unknown');

export const productWithoutPrice = (index: number) =>
  invalidField(productField(index), 'This product is not for sale at the moment.', 'product_without_price');

export const productRepeated = (index: number) =>
  invalidField(productField(index), 'This product is already in the basket.', 'product_repeated');

export const courseRepeated = (index: number, course: string) =>
  invalidField(productField(index), `The course “${course}” is already in the basket, as part of a bundle.`, 'course_in_bundle');

export const codeUnknown = () => invalidField('code', 'This code is not known.', 'code_unknown');

export const noBundle = () => notFound('bundle');

export const bundleChanged = (fields: Record<string, string>, version: number) =>
  new DomainError('bundle_changed', 'Somebody changed this bundle while you were editing it. Nothing was overwritten.', {
    kind: 'conflict',
    fields,
    data: { version },
  });

export const refused = (code: string, field: string, sentence: string) => invalidField(field, sentence, code);
