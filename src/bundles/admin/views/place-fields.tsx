import type { Market } from '../../markets/market.js';

/** Tells a form of prices where they hold and in which currency they are typed. */
export function PlaceFields({ market }: { market: Market }): JSX.Element {
  return (
    <>
      <input type="hidden" name="market" value={market.name} />
      <input type="hidden" name="currency" value={market.currency} />
    </>
  );
}
