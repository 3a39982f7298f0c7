import type Stripe from 'stripe';
import { successUrl } from '../../sessions/addresses.js';
import { Shell } from './shell.js';

/** A session that is over says how it ended, and where to go from here. */
export function ClosedPage({ session }: { session: Stripe.Checkout.Session }): JSX.Element {
  if (session.status === 'expired') {
    return (
      <Notice
        title="This payment page has expired"
        text="Nothing was charged. Go back to the shop to order again; it shows today’s price."
        link={session.cancel_url ? { href: session.cancel_url, label: 'Back to the shop' } : undefined}
      />
    );
  }
  const waits = session.payment_status === 'unpaid';
  return (
    <Notice
      title={waits ? 'This payment is under way' : 'This payment is complete'}
      text={
        waits
          ? 'The bank has not answered yet. There is nothing more to do here, and it is not charged twice.'
          : 'It was made once, and sending it again has not charged anything.'
      }
      link={{ href: successUrl(session), label: 'Continue to your order' }}
    />
  );
}

export const UnknownPage = (): JSX.Element => (
  <Notice
    title="There is no such payment page"
    text="Check the address, or start again from the shop."
    link={undefined}
  />
);

export const BrokenPage = (): JSX.Element => (
  <Notice title="This did not work" text="Nothing was charged. Please try again in a moment." link={undefined} />
);

interface NoticeProps {
  title: string;
  text: string;
  link: { href: string; label: string } | undefined;
}

const Notice = ({ title, text, link }: NoticeProps): JSX.Element => (
  <Shell title={title}>
    <main class="card">
      <h1 safe>{title}</h1>
      <p safe>{text}</p>
      {link ? (
        <p>
          <a class="main" href={link.href} safe>
            {link.label}
          </a>
        </p>
      ) : (
        ''
      )}
    </main>
  </Shell>
);
