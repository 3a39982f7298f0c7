import type { Money } from '../../shared/index.js';
import { Countdown, Time, T, counted, instantText, moneyText, t } from '../../web/index.js';
import type { Offer, PriceNow } from '../prices/price-history.js';

interface OfferStateProps {
  price: PriceNow;
  /** The list price that holds when the offer ends. */
  after?: Money;
  at: Date;
}

/** What everybody should know of the offer: until when, for how many, why it lasts longer, or that it is sold out. */
export function OfferState({ price: { offer, soldOut, regularPrice }, after, at }: OfferStateProps): JSX.Element {
  if (soldOut) {
    return (
      <p class="price-basis" safe>
        {t('{offer}: all {seats} are taken, so it costs the list price again.', {
          offer: soldOut.name,
          seats: counted(soldOut.seats ?? 0, '{count} seat', '{count} seats'),
        })}
      </p>
    );
  }
  if (!offer) return '';
  const { seats, seatsLeft, extension, endsAt } = offer;
  return (
    <>
      <Countdown endsAt={endsAt} now={at} label={t('{offer} ends', { offer: offer.name })} />
      {seats !== undefined && seatsLeft !== undefined ? (
        <p class="seats-left" safe>
          {seatsText(seats, seatsLeft)}
        </p>
      ) : (
        ''
      )}
      {extension ? (
        <p class="price-basis" safe>
          {t('Extended to {end}, because {reason}. It was to end {old}.', {
            end: instantText(endsAt),
            reason: extension.reason,
            old: instantText(extension.oldEndsAt),
          })}
        </p>
      ) : (
        ''
      )}
      {after ? (
        <p class="price-basis">
          <span>
            <T>From</T>{' '}
          </span>
          <Time at={endsAt} />
          <span safe>
            {' ' +
              (after.amount === regularPrice?.amount
                ? t('it costs {price}, the regular price.', { price: moneyText(after) })
                : t('it costs {price}.', { price: moneyText(after) }))}
          </span>
        </p>
      ) : (
        ''
      )}
    </>
  );
}

const seatsText = (seats: number, left: number): string =>
  t('{left} of {seats} left at this price', { left, seats: counted(seats, '{count} seat', '{count} seats') });

/** The same in one line, for a card. */
export function offerNote({ endsAt, seats, seatsLeft, extension }: Offer): string {
  const until = extension
    ? t('Extended to {end}', { end: instantText(endsAt) })
    : t('Until {end}', { end: instantText(endsAt) });
  return seats !== undefined && seatsLeft !== undefined ? `${until}, ${seatsText(seats, seatsLeft)}` : until;
}
