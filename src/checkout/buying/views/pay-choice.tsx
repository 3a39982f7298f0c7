import { formatMoney } from '../../../shared/index.js';
import { LinkButton } from '../../../web/index.js';
import { checkoutAddress } from '../choice.js';
import type { Review } from '../review-checkout.js';

/** At once, or in instalments. */
export function PayChoice({ review: { choice, instalments, quote } }: { review: Review }): JSX.Element {
  const isSplit = choice.pay === 'instalments';
  const words = isSplit
    ? `Pay ${formatMoney(quote.total)} at once instead`
    : `Pay in ${instalments} instalments instead, for the same price`;
  return (
    <p>
      <LinkButton look="quiet" href={checkoutAddress({ ...choice, pay: isSplit ? 'full' : 'instalments' })}>
        <span safe>{words}</span>
      </LinkButton>
    </p>
  );
}
