/** What `GET /_sandbox` says. */
export const directory = {
  what: 'The stand-in Stripe. No money moves.',
  levers: {
    'GET /_sandbox/events': 'every event, newest first, with its deliveries',
    'POST /_sandbox/async/:id/settle': 'the bank pays the delayed debit of a session or a payment intent',
    'POST /_sandbox/async/:id/fail': 'the bank refuses it',
    'POST /_sandbox/payment_methods/:method/decline':
      '{ reason?: "generic_decline" | "insufficient_funds" | "expired_card" | "authentication_required" | null } from now on the bank refuses this card; null mends it',
    'POST /_sandbox/payment_intents/:intent/authenticate':
      '{ approve? = true } answers the 3-D Secure step of a payment made through the API',
    'POST /_sandbox/sessions/:session/pay':
      '{ card? = "4242424242424242", method? = "card" | "bank_debit", email?, approve?, address?: { country, state?, postalCode? }, taxId?, promotionCode? } pays without the page; automatic tax needs the address',
    'POST /_sandbox/sessions/:session/expire': 'expires an open session',
    'POST /_sandbox/charges/:charge/refund': '{ amount? } refunds as the dashboard does, without metadata of ours',
    'POST /_sandbox/charges/:charge/dispute': '{ amount?, reason?, status? = "needs_response" } opens a dispute',
    'POST /_sandbox/disputes/:dispute': '{ status: "won" | "lost" | … } moves a dispute on',
    'POST /_sandbox/refunds/:refund/fail': 'the bank sends a refund back',
    'POST /_sandbox/payouts':
      '{ currency?, amount?, hold? } pays out all that is available, or by hand an amount; it arrives at once unless held',
    'POST /_sandbox/payouts/:payout/arrive': 'the money of a held payout arrives',
    'POST /_sandbox/payouts/:payout/fail': 'the bank sends the money of a payout back',
    'POST /_sandbox/settlement':
      '{ currencies: ["usd"], rates?: { eur: "1.08" } } the currencies the account is paid out in, and what others are worth in the first; none: each in itself',
    'POST /_sandbox/movements':
      '{ amount, fee? = 0, currency? = "usd", type? = "stripe_fee" | "topup" | "topup_reversal" | "adjustment", category?, description? } something else moves on the balance, in a currency of the balance',
    'POST /_sandbox/webhooks':
      '{ mode: "deliver" | "hold" | "drop", duplicate?: further copies of each event, shuffle? } from now on; "deliver" releases held ones',
    'POST /_sandbox/webhooks/:event/deliver': '{ times? = 1, concurrency? = 1 } delivers now and says how it went',
    'POST /_sandbox/faults':
      '{ path?, method?, status: 429 | 500 | "reset" | "timeout" | "truncated", times? = 1, after?: lose the answer after the effect }',
    'POST /_sandbox/clock': '{ advance: seconds } moves the clock of the stand-in',
    'POST /_sandbox/reset': 'forgets everything',
  },
};
