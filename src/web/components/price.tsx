import { moneyText, T, t } from '../words/index.js';
import type { Money } from '../../shared/index.js';

/** An amount in tabular figures. */
export function Amount({ of }: { of: Money }): JSX.Element {
  return (
    <span class="amount" safe>
      {moneyText(of)}
    </span>
  );
}

interface PriceProps {
  price: Money;
  /** The lowest price of the 30 days before the reduction; only what was really charged. */
  priorPrice?: Money;
  percentOff?: number;
  size?: 'normal' | 'large';
  note?: string;
}

/** What it costs now, and, if it is reduced, what it cost before. */
export function Price({ price, priorPrice, percentOff, size = 'normal', note }: PriceProps): JSX.Element {
  return (
    <p class={`price price-${size}`}>
      <span class="visually-hidden">
        <T>Price now</T>{' '}
      </span>
      <strong class="price-now" safe>
        {moneyText(price)}
      </strong>
      {priorPrice ? (
        <s class="price-prior">
          <span class="visually-hidden">
            <T>, before</T>{' '}
          </span>
          <span safe>{moneyText(priorPrice)}</span>
        </s>
      ) : (
        ''
      )}
      {percentOff ? (
        <span class="price-off" safe>
          {t('{percent}% off', { percent: percentOff })}
        </span>
      ) : (
        ''
      )}
      {note ? (
        <span class="price-note" safe>
          {note}
        </span>
      ) : (
        ''
      )}
    </p>
  );
}
