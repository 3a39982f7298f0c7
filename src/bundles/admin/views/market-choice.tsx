import type { Market } from '../../markets/market.js';

interface MarketChoiceProps {
  /** Of the page, without its question. */
  address: string;
  markets: readonly Market[];
  chosen: Market;
}

/** The same page for another market. */
export function MarketChoice({ address, markets, chosen }: MarketChoiceProps): JSX.Element {
  if (markets.length < 2) return '';
  return (
    <nav class="choices" aria-label="Market">
      <ul class="cluster">
        {markets.map(({ name, label, currency, active }) => (
          <li>
            <a
              class="choice"
              href={`${address}?market=${name}`}
              aria-current={name === chosen.name ? 'page' : undefined}
              safe
            >
              {`${label}, ${currency}${active ? '' : ' (closed)'}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
