export interface Decline {
  code: string;
  decline_code: string | undefined;
  message: string;
  /** The field of the payment page it is about. */
  field: 'cardNumber' | 'cvc' | 'expiry';
}

export interface TestCard {
  number: string;
  brand: 'visa' | 'mastercard' | 'amex';
  /** What a person may expect of it. */
  does: string;
  decline?: Decline;
  /** Asks for a 3-D Secure step first. */
  challenge?: true;
  /** Its holder disputes each payment at once. */
  disputes?: true;
}

const declined = (decline_code: string, message: string): Decline => ({
  code: 'card_declined',
  decline_code,
  message,
  field: 'cardNumber',
});

export const testCards: TestCard[] = [
  { number: '4242424242424242', brand: 'visa', does: 'Succeeds' },
  { number: '5555555555554444', brand: 'mastercard', does: 'Succeeds' },
  {
    number: '4000000000000002',
    brand: 'visa',
    does: 'Declined',
    decline: declined('generic_decline', 'Your card was declined.'),
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    does: 'Insufficient funds',
    decline: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  { number: '4000002500003155', brand: 'visa', does: '3-D Secure step', challenge: true },
  { number: '4000000000000259', brand: 'visa', does: 'Succeeds, then disputed', disputes: true },
];

/** Any other number, as Stripe's test mode answers it. */
export const notATestCard: Decline = declined(
  'test_mode_live_card',
  'This is not one of the test cards. Please use a test card; a real card is never charged here.',
);

export const cardByNumber = (number: string): TestCard | undefined =>
  testCards.find((card) => card.number === number.replace(/[\s-]/g, ''));

export const cardByLast4 = (last4: string): TestCard | undefined => testCards.find((card) => last4Of(card) === last4);

export const last4Of = (card: TestCard): string => card.number.slice(-4);
