import { formatMoney } from '../../shared/index.js';
import { Icon, LinkButton } from '../../web/index.js';
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
      {price ? <p class="price-for-you" safe>{`For you: ${formatMoney(price)}`}</p> : ''}
    </div>
  );
}

function sentenceOf({ title, credit, because }: OwnedCourse, every: boolean): string {
  if (credit) return `You own ${title}, bought in order ${credit.orderNumber}: −${formatMoney(credit.off)}`;
  if (every || !because) return `You own ${title}.`;
  return `You own ${title}. There is no credit for it, because ${noCreditBecause[because]}.`;
}

/** Instead of buying what one has. */
export function OwnsAll({ kind }: { kind: 'course' | 'bundle' }): JSX.Element {
  return (
    <div class="stack">
      <p>{kind === 'bundle' ? 'You have every course of it.' : 'You have this course.'}</p>
      <LinkButton href="/learning" iconAfter="arrow-right">
        Go to your learning
      </LinkButton>
    </div>
  );
}
