import { formatInstant, formatMoney, type Money } from '../../shared/index.js';
import { Countdown, Time } from '../../web/index.js';
import type { Offer, PriceNow } from '../prices/price-history.js';
import { counted } from './study-time.js';

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
        {`${soldOut.name}: all ${counted(soldOut.seats ?? 0, 'seat')} are taken, so it costs the list price again.`}
      </p>
    );
  }
  if (!offer) return '';
  const { seats, seatsLeft, extension, endsAt } = offer;
  return (
    <>
      <Countdown endsAt={endsAt} now={at} label={`${offer.name} ends`} />
      {seats !== undefined && seatsLeft !== undefined ? (
        <p class="seats-left" safe>
          {seatsText(seats, seatsLeft)}
        </p>
      ) : (
        ''
      )}
      {extension ? (
        <p class="price-basis" safe>
          {`Extended to ${formatInstant(endsAt)}, because ${extension.reason}. It was to end ${formatInstant(extension.oldEndsAt)}.`}
        </p>
      ) : (
        ''
      )}
      {after ? (
        <p class="price-basis">
          <span>From </span>
          <Time at={endsAt} />
          <span
            safe
          >{` it costs ${formatMoney(after)}${after.amount === regularPrice?.amount ? ', the regular price' : ''}.`}</span>
        </p>
      ) : (
        ''
      )}
    </>
  );
}

const seatsText = (seats: number, left: number): string => `${left} of ${counted(seats, 'seat')} left at this price`;

/** The same in one line, for a card. */
export function offerNote({ endsAt, seats, seatsLeft, extension }: Offer): string {
  const until = `${extension ? 'Extended to' : 'Until'} ${formatInstant(endsAt)}`;
  return seats !== undefined && seatsLeft !== undefined ? `${until}, ${seatsText(seats, seatsLeft)}` : until;
}
