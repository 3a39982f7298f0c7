import { DomainError, invalidField, notFound } from '../shared/index.js';

const productField = (index: number) => `items.${index}.product`;

export const basketEmpty = () => invalidField('items', 'The basket is empty.', 'basket_empty');

export const basketTooLarge = (most: number) =>
  invalidField('items', `A basket holds at most ${most} products.`, 'basket_too_large');

/** Also the answer for a draft: it does not tell that there is one. */
export const productUnknown = (index: number) =>
  invalidField(productField(index), 'There is no such product.', 'product_unknown');

export const productWithoutPrice = (index: number, market: string) =>
  invalidField(productField(index), `This product is not sold in ${market} at the moment.`, 'product_without_price');

export const quantityForSeatsOnly = (index: number) =>
  invalidField(`items.${index}.quantity`, 'More than one is for seats of a clinic only.', 'quantity_not_allowed');

export const alreadyOwned = (index: number, title: string) => {
  const sentence = `You already have every course of “${title}”.`;
  return new DomainError('already_owned', sentence, { kind: 'conflict', fields: { [productField(index)]: sentence } });
};

export const productRepeated = (index: number) =>
  invalidField(productField(index), 'This product is already in the basket.', 'product_repeated');

export const courseRepeated = (index: number, course: string) =>
  invalidField(
    productField(index),
    `The course “${course}” is already in the basket, as part of a bundle.`,
    'course_in_bundle',
  );

export const noMarket = () => invalidField('market', 'Nothing is sold in this market.', 'market_unknown');

/** `version`: the stored one, with which a second try replaces it knowingly. */
export const marketChanged = (version: number) => {
  const sentence =
    'Somebody changed this market while you were editing it. Nothing was overwritten. Compare, and save again to replace what is stored.';
  return new DomainError('market_changed', sentence, {
    kind: 'conflict',
    fields: { version: sentence },
    data: { version },
  });
};

export const defaultStaysOpen = () =>
  invalidField(
    'active',
    'The default market stays open: everybody buys there who chooses no other.',
    'market_default_open',
  );

const codeRefused = (code: string, sentence: string) => invalidField('code', sentence, code);

export const codeUnknown = () => codeRefused('code_unknown', 'This code is not known.');

export const tooManyGuesses = () => {
  const sentence = 'Too many codes that are not known were tried. Please wait an hour, or go on without a code.';
  return new DomainError('too_many_tries', sentence, {
    kind: 'too_many',
    fields: { code: sentence },
    data: { retryAfterSeconds: 3600 },
  });
};

export const codeTaken = () =>
  codeRefused('code_taken', 'There is a code like this already, or one that looks like it.');

export const codeNotYet = (from: string) => codeRefused('code_not_yet', `This code holds from ${from}.`);

/** Also of a code that was withdrawn. */
export const codeEnded = () => codeRefused('code_ended', 'This code has ended.');

export const codeUsedUp = () => codeRefused('code_used_up', 'This code has been used as often as it may be.');

export const codeUsedByYou = () =>
  codeRefused('code_used_by_you', 'You have used this code before, or in a checkout that is still open.');

export const codeNotHere = () => codeRefused('code_not_here', 'This code does not count in this market.');

export const codeWithoutEffect = (sentence: string) => codeRefused('code_without_effect', sentence);

/** The last seat was taken between the look at the price and the order. */
export const offerSoldOut = () =>
  new DomainError(
    'offer_sold_out',
    'The last seat of this offer was just taken. Nothing was ordered; see the price now.',
    {
      kind: 'conflict',
    },
  );

export const noBundle = () => notFound('bundle');

/** `fields`: what is stored otherwise than sent. `version`: the stored one, with which a second try replaces it knowingly. */
export const bundleChanged = (fields: Record<string, string>, version: number) => {
  const sentence =
    'Somebody changed this bundle while you were editing it. Nothing was overwritten. Compare, and save again to replace what is stored.';
  return new DomainError('bundle_changed', sentence, {
    kind: 'conflict',
    fields: { version: sentence, ...fields },
    data: { version },
  });
};

export const refused = (code: string, field: string, sentence: string) => invalidField(field, sentence, code);

export const notForSaleYet = (sentence: string) =>
  new DomainError('bundle_not_sellable', sentence, { kind: 'invalid' });

export const slugTaken = (slug: string) =>
  invalidField('slug', `The address “${slug}” is taken by another bundle or course.`, 'slug_taken');

export const courseUnknown = (slug: string) =>
  invalidField('courses', `There is no course “${slug}”.`, 'course_unknown');

export const courseTwice = () => invalidField('courses', 'A course stands in a bundle once.', 'course_repeated');

export const wrongCurrency = (field: string, currency: string) =>
  invalidField(field, `Prices are set in ${currency}.`, 'currency_unknown');

export const offerBegun = () =>
  new DomainError('offer_begun', 'This offer has begun: its terms stand until it ends.', { kind: 'conflict' });

export const offerCalledOff = () =>
  new DomainError('offer_cancelled', 'This offer was called off: there is nothing to extend.', { kind: 'conflict' });

export const offerEnded = () =>
  new DomainError('offer_ended', 'This offer has ended: what has ended stays ended.', { kind: 'conflict' });

export const offerExtendedBefore = () =>
  new DomainError('offer_extended', 'This offer was extended before: an offer is extended once.', { kind: 'conflict' });

export const priceBegun = () =>
  new DomainError('price_begun', 'This list price holds or held: it stays in the history. Set another one.', {
    kind: 'conflict',
  });
