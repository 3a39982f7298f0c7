import type { PayoutStanding } from '../checklist.js';

/** The payouts that stand in the way, each with the way to say why. */
export function OpenPayouts({ payouts }: { payouts: PayoutStanding[] }): JSX.Element {
  const open = payouts.filter(({ settled }) => !settled);
  if (open.length === 0) return '';
  return (
    <section class="section">
      <h2>Payouts to look at</h2>
      <ul>
        {open.map(({ id, verdict }) => (
          <li>
            {verdict === 'difference' ? (
              <a href={`/books/payouts/${id}/explanation`}>
                {'Explain the difference of '}
                <code safe>{id}</code>
              </a>
            ) : (
              <a href={`/books/payouts/${id}`}>
                {'Ask Stripe about '}
                <code safe>{id}</code>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
