import { Icon, LinkButton, moneyText, T, t } from '../../web/index.js';
import type { OwnedCourse, Ownership } from '../products/ownership.js';
import { noCreditBecause } from '../quote/no-credit.js';

/** What the viewer has of it, and what that takes off the price. */
export function OwnershipNote({ ownership: { courses, price, every } }: { ownership: Ownership }): JSX.Element {
  return (
    <div class="ownership">
      <ul class="buy-facts">
        {courses.map((course) => (
          <li>
            <Icon name="circle-check" size={18} />
            <span safe>{sentenceOf(course, every)}</span>
          </li>
        ))}
      </ul>
      {price ? (
        <p class="price-for-you" safe>
          {t('For you: {price}', { price: moneyText(price) })}
        </p>
      ) : (
        ''
      )}
    </div>
  );
}

function sentenceOf({ title, credit, because }: OwnedCourse, every: boolean): string {
  if (credit)
    return t('You own {title}, bought in order {order}: −{credit}', {
      title,
      order: credit.orderNumber,
      credit: moneyText(credit.off),
    });
  if (every || !because) return t('You own {title}.', { title });
  return t('You own {title}. There is no credit for it, because {reason}.', {
    title,
    reason: t(noCreditBecause[because]),
  });
}

/** Instead of buying what one has. */
export function OwnsAll({ kind }: { kind: 'course' | 'bundle' }): JSX.Element {
  return (
    <div class="stack">
      <p>{kind === 'bundle' ? <T>You have every course of it.</T> : <T>You have this course.</T>}</p>
      <LinkButton href="/learning" iconAfter="arrow-right">
        <T>Go to your learning</T>
      </LinkButton>
    </div>
  );
}
