import type { Money } from '../../../shared/index.js';
import { DefinitionList } from '../../../web/index.js';
import type { CheckoutPromise } from '../checkout-promise.js';
import { promiseWords } from '../promise-words.js';

/** The checkout promise, point by point. */
export function PromiseList({
  promise,
  total,
  isOpen,
}: {
  promise: CheckoutPromise;
  total: Money;
  isOpen: boolean;
}): JSX.Element {
  const items = promiseWords(promise, total, { isOpen }).map(({ term, detail }) => ({
    term,
    detail: <span safe>{detail}</span>,
  }));
  return <DefinitionList items={items} stacked />;
}
