import { Button, Icon, LinkButton, type PageContext, Price, T, t, counted, moneyText } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import type { Ownership } from '../products/ownership.js';
import { OfferState } from './offer-state.js';
import { OwnershipNote, OwnsAll } from './ownership-note.js';
import { studyTime } from './study-time.js';

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
    <aside class="buy-box" aria-label={t('Price and enrollment')}>
      <Price size="large" price={price} priorPrice={priorPrice} percentOff={percentOff} />
      {market.tax === 'none' ? (
        ''
      ) : (
        <p class="price-basis" safe>
          {taxWords[market.tax]()}
        </p>
      )}
      {priorPrice ? (
        <p class="price-basis" safe>
          {t('The struck-through price is the lowest of the {days} days before this offer began.', {
            days: market.priorPriceDays,
          })}
        </p>
      ) : (
        ''
      )}
      <OfferState price={offering.price} after={offer && offering.history.listPriceAt(offer.endsAt)} at={at} />
      {ownership ? <OwnershipNote ownership={ownership} /> : ''}
      {preview ? (
        <Button disabled>
          <T>Enroll</T>
        </Button>
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
  included: () => t('Tax is included.'),
  added: () => t('Tax comes on top; it depends on your address and is shown before you pay.'),
} as const;

function NotSoldHere({ offering, ownership }: { offering: Shown; ownership: Ownership | undefined }): JSX.Element {
  return (
    <aside class="buy-box" aria-label={t('Price and enrollment')}>
      <p class="price-none" safe>
        {t('Not sold in {market}', { market: offering.history.market.label })}
      </p>
      <p class="price-basis">
        <T>If you buy elsewhere, choose another market at the foot of this page.</T>
      </p>
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
        <Button iconAfter="arrow-right">
          <T>Enroll</T>
        </Button>
      </form>
    );
  }
  const next = encodeURIComponent(`/checkout?product=${encodeURIComponent(slug)}`);
  return (
    <div class="stack">
      <LinkButton href={`/sign-up?next=${next}`} iconAfter="arrow-right">
        <T>Enroll</T>
      </LinkButton>
      <p class="price-basis">
        <T>You create an account first.</T>{' '}
        <a href={`/sign-in?next=${next}`}>
          <T>I have one</T>
        </a>
      </p>
    </div>
  );
}

/** Signing in, if need be, comes on the way. */
function ForOthers({ slug }: { slug: string }): JSX.Element {
  const address = (purpose: string) => `/checkout?product=${encodeURIComponent(slug)}&purpose=${purpose}`;
  return (
    <p class="price-basis">
      <T>For somebody else:</T>{' '}
      <a href={address('gift')}>
        <T>as a gift</T>
      </a>{' '}
      <T>or</T>{' '}
      <a href={address('seats')}>
        <T>seats for a clinic</T>
      </a>
    </p>
  );
}

function BuyFacts({ offering }: { offering: Shown }): JSX.Element {
  const { saving, courses, kind } = offering;
  const facts: [icon: string, text: string][] = [
    [
      'book-open',
      t('{lessons}, {time} of study', {
        lessons: counted(offering.lessons, '{count} lesson', '{count} lessons'),
        time: studyTime(offering.minutes),
      }),
    ],
    [
      'badge-check',
      kind === 'bundle' ? t('A certificate of completion for each course') : t('A certificate of completion'),
    ],
  ];
  if (offering.price) {
    facts.push(['wallet', t('This is the full price')]);
    const steps = offering.volume.map(({ quantity, percent }) =>
      t('{percent}% less from {quantity} seats on', { percent, quantity }),
    );
    if (steps.length > 0) facts.push(['building-2', t('For clinics: {steps}', { steps: steps.join(', ') })]);
  }
  if (saving) {
    const { saving: saved, separately } = saving;
    const text = t('{saved} less than its {courses} bought one by one ({separately} now)', {
      saved: moneyText(saved),
      courses: counted(courses.length, '{count} course', '{count} courses'),
      separately: moneyText(separately),
    });
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
