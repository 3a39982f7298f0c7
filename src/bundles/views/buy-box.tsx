import { formatMoney } from '../../shared/index.js';
import { Button, Icon, LinkButton, type PageContext, Price } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import type { Ownership } from '../products/ownership.js';
import { OfferState } from './offer-state.js';
import { OwnershipNote, OwnsAll } from './ownership-note.js';
import { counted, studyTime } from './study-time.js';

interface BuyBoxProps {
  page: PageContext;
  offering: Shown;
  at: Date;
  /** A preview sells nothing. */
  preview?: boolean;
  /** What the viewer has of it already. */
  ownership?: Ownership | undefined;
}

/** What it costs now, until when, and the way to the checkout. */
export function BuyBox({ page, offering, at, preview, ownership }: BuyBoxProps): JSX.Element {
  if (!offering.price) return <NotSoldHere offering={offering} ownership={ownership} />;
  const { market } = offering.history;
  const { price, priorPrice, percentOff, offer } = offering.price;
  return (
    <aside class="buy-box" aria-label="Price and enrollment">
      <Price size="large" price={price} priorPrice={priorPrice} percentOff={percentOff} />
      {market.tax === 'none' ? '' : <p class="price-basis">{taxWords[market.tax]}</p>}
      {priorPrice ? (
        <p class="price-basis" safe>
          {`The struck-through price is the lowest of the ${market.priorPriceDays} days before this offer began.`}
        </p>
      ) : (
        ''
      )}
      <OfferState price={offering.price} after={offer && offering.history.listPriceAt(offer.endsAt)} at={at} />
      {ownership ? <OwnershipNote ownership={ownership} /> : ''}
      {preview ? (
        <Button disabled>Enroll</Button>
      ) : ownership?.every ? (
        <OwnsAll kind={offering.kind} />
      ) : (
        <Enroll page={page} slug={offering.slug} />
      )}
      {preview ? '' : <ForOthers slug={offering.slug} />}
      <BuyFacts offering={offering} />
    </aside>
  );
}

const taxWords = {
  included: 'Tax is included.',
  added: 'Tax comes on top; it depends on your address and is shown before you pay.',
} as const;

function NotSoldHere({ offering, ownership }: { offering: Shown; ownership: Ownership | undefined }): JSX.Element {
  return (
    <aside class="buy-box" aria-label="Price and enrollment">
      <p class="price-none" safe>{`Not sold in ${offering.history.market.label}`}</p>
      <p class="price-basis">If you buy elsewhere, choose another market at the foot of this page.</p>
      {ownership?.every ? <OwnsAll kind={offering.kind} /> : ''}
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

/** Signing in, if need be, comes on the way. */
function ForOthers({ slug }: { slug: string }): JSX.Element {
  const address = (purpose: string) => `/checkout?product=${encodeURIComponent(slug)}&purpose=${purpose}`;
  return (
    <p class="price-basis">
      For somebody else: <a href={address('gift')}>as a gift</a> or <a href={address('seats')}>seats for a clinic</a>
    </p>
  );
}

function BuyFacts({ offering }: { offering: Shown }): JSX.Element {
  const { saving, courses, kind } = offering;
  const facts: [icon: string, text: string][] = [
    ['book-open', `${counted(offering.lessons, 'lesson')}, ${studyTime(offering.minutes)} of study`],
    ['badge-check', kind === 'bundle' ? 'A certificate of completion for each course' : 'A certificate of completion'],
  ];
  if (offering.price) {
    facts.push(['wallet', 'This is the full price']);
    const steps = offering.volume.map(({ quantity, percent }) => `${percent}% less from ${quantity} seats on`);
    if (steps.length > 0) facts.push(['building-2', `For clinics: ${steps.join(', ')}`]);
  }
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
