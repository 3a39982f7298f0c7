const plain = (code: string): string => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const reasons: Record<string, string> = {
  fraudulent: 'The card holder says they did not pay this',
  duplicate: 'Charged twice, they say',
  product_not_received: 'Not received, they say',
  product_unacceptable: 'Not as described, they say',
  subscription_canceled: 'Cancelled before, they say',
  credit_not_processed: 'A promised refund did not come, they say',
  general: 'The bank gave no reason',
  unrecognized: 'The card holder does not recognise it',
};

const statuses: Record<string, string> = {
  needs_response: 'Waits for our evidence',
  under_review: 'The bank is deciding',
  warning_needs_response: 'An inquiry waits for our answer',
  warning_under_review: 'An inquiry is being looked at',
  warning_closed: 'The inquiry is closed',
};

/** Why a bank disputes a payment, in words. */
export const disputeReason = (reason: string): string => reasons[reason] ?? plain(reason);

/** How a dispute stands at Stripe, in words. */
export const disputeStatus = (status: string): string => statuses[status] ?? plain(status);
