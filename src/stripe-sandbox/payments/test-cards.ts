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
  /** May be kept for later, and is declined whenever it is charged. */
  keepable?: true;
  /** Asks for a 3-D Secure step first: always, or until one succeeded that set it up for later payments. */
  challenge?: 'always' | 'until set up';
  /** What its holder opens at once: a dispute, or a mere inquiry. */
  disputes?: 'dispute' | 'inquiry';
  /** Its money is available at once. */
  bypassesPending?: true;
}

const declined = (decline_code: string, message: string): Decline => ({
  code: 'card_declined',
  decline_code,
  message,
  field: 'cardNumber',
});

/** Why a bank says no, by Stripe's decline code. */
export const declines = {
  generic_decline: declined('generic_decline', 'Your card was declined.'),
  insufficient_funds: declined('insufficient_funds', 'Your card has insufficient funds.'),
  expired_card: {
    code: 'expired_card',
    decline_code: 'expired_card',
    message: 'Your card has expired.',
    field: 'expiry',
  },
  authentication_required: {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    field: 'cardNumber',
  },
} satisfies Record<string, Decline>;

export type DeclineReason = keyof typeof declines;

/** The cards the payment page offers to choose from. */
export const testCards: TestCard[] = [
  { number: '4242424242424242', brand: 'visa', does: 'Succeeds' },
  { number: '5555555555554444', brand: 'mastercard', does: 'Succeeds' },
  { number: '4000000000000002', brand: 'visa', does: 'Declined', decline: declines.generic_decline },
  { number: '4000000000009995', brand: 'visa', does: 'Insufficient funds', decline: declines.insufficient_funds },
  { number: '4000002500003155', brand: 'visa', does: '3-D Secure step', challenge: 'until set up' },
  { number: '4000000000000259', brand: 'visa', does: 'Succeeds, then disputed', disputes: 'dispute' },
];

/** Those that may be typed, or named by a token. */
const furtherCards: TestCard[] = [
  { number: '4000002760003184', brand: 'visa', does: '3-D Secure step each time', challenge: 'always' },
  {
    number: '4000000000000341',
    brand: 'visa',
    does: 'Can be kept, is declined when charged',
    decline: declines.generic_decline,
    keepable: true,
  },
  { number: '4000000000001976', brand: 'visa', does: 'Succeeds, then an inquiry', disputes: 'inquiry' },
  { number: '4000000000000077', brand: 'visa', does: 'Succeeds, available at once', bypassesPending: true },
];
const cards = [...testCards, ...furtherCards];

/** Any other number, as Stripe's test mode answers it. */
export const notATestCard: Decline = declined(
  'test_mode_live_card',
  'This is not one of the test cards. Please use a test card; a real card is never charged here.',
);

export const cardByNumber = (number: string): TestCard | undefined =>
  cards.find((card) => card.number === number.replace(/[\s-]/g, ''));

export const cardByLast4 = (last4: string): TestCard | undefined => cards.find((card) => last4Of(card) === last4);

export const last4Of = (card: TestCard): string => card.number.slice(-4);

/** Stripe's names of test cards, behind `pm_card_` and `tok_`. */
const tokens: Record<string, string> = {
  visa: '4242',
  mastercard: '4444',
  authenticationRequired: '3184',
  authenticationRequiredOnSetup: '3155',
  bypassPending: '0077',
  chargeCustomerFail: '0341',
  chargeDeclined: '0002',
  chargeDeclinedInsufficientFunds: '9995',
  createDispute: '0259',
  createDisputeInquiry: '1976',
  visa_chargeDeclined: '0002',
  visa_chargeDeclinedInsufficientFunds: '9995',
};

/** The card of a token: `pm_card_visa` or `tok_visa`. */
export function cardByToken(token: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(\w+)$/.exec(token)?.[1] ?? '';
  return Object.hasOwn(tokens, name) ? cardByLast4(tokens[name]!) : undefined;
}
