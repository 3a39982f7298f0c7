import { formatMoney } from '../../shared/index.js';
import { Button, Icon, LinkButton, type PageContext, Price } from '../../web/index.js';
import type { Offering } from '../products/offering.js';
import { OfferState } from './offer-state.js';
import { counted, studyTime } from './study-time.js';

interface BuyBoxProps {
  page: PageContext;
  offering: Offering;
  at: Date;
  /** A preview sells nothing. */
  preview?: boolean;
}

/** What it costs now, until when, and the way to the checkout. */
export function BuyBox({ page, offering, at, preview }: BuyBoxProps): JSX.Element {
  const { price, priorPrice, percentOff, offer } = offering.price;
  return (
    <aside class="buy-box" aria-label="Price and enrollment">
      <Price size="large" price={price} priorPrice={priorPrice} percentOff={percentOff} />
      {priorPrice ? (
        <p class="price-basis">The struck-through price is the lowest of the 30 days before this offer began.</p>
      ) : (
        ''
      )}
      <OfferState price={offering.price} after={offer && offering.history.listPriceAt(offer.endsAt)} at={at} />
      {preview ? <Button disabled>Enroll</Button> : <Enroll page={page} slug={offering.slug} />}
      <BuyFacts offering={offering} />
    </aside>
  );
}

function Enroll({ page, slug }: { page: PageContext; slug: string }): JSX.Element {
  if (page.viewer) {
    return (
      <form class="act-form" method="post" action="/checkout">
        <input type="hidden" name="product" value={slug} />
        <Button iconAfter="arrow-right">Enroll</Button>
      </form>
    );
  }
  const next = encodeURIComponent(`/checkout?product=${encodeURIComponent(slug)}`);
  return (
    <div class="stack">
      <LinkButton href={`/sign-up?next=${next}`} iconAfter="arrow-right">
        Enroll
      </LinkButton>
      <p class="price-basis">
        You create an account first. <a href={`/sign-in?next=${next}`}>I have one</a>
      </p>
    </div>
  );
}

function BuyFacts({ offering }: { offering: Offering }): JSX.Element {
  const { saving, courses, kind } = offering;
  const facts: [icon: string, text: string][] = [
    ['book-open', `${counted(offering.lessons, 'lesson')}, ${studyTime(offering.minutes)} of study`],
    ['badge-check', kind === 'bundle' ? 'A certificate of completion for each course' : 'A certificate of completion'],
    ['wallet', 'One payment; this is the full price'],
  ];
  if (saving) {
    const { saving: saved, separately } = saving;
    const text = `${formatMoney(saved)} less than its ${counted(courses.length, 'course')} bought one by one (${formatMoney(separately)} now)`;
    facts.unshift(['piggy-bank', text]);
  }
  return (
    <ul class="buy-facts">
      {facts.map(([icon, text]) => (
        <li>
          <Icon name={icon} size={18} />
          <span safe>{text}</span>
        </li>
      ))}
    </ul>
  );
}
