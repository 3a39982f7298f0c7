import { Icon, Price } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import { offerNote } from './offer-state.js';
import { counted, studyTime } from './study-time.js';

export const addressOf = ({ kind, slug }: Pick<Shown, 'kind' | 'slug'>): string => `/${kind}s/${slug}`;

/** A product in a list: what it is, how long it takes, what it costs now and until when. */
export function ProductCardView({ offering, wide }: { offering: Shown; wide?: boolean }): JSX.Element {
  const { title, summary, price, kind } = offering;
  return (
    <article class={['product-card', wide && 'product-card-wide']}>
      <p class="product-kind">{kind === 'bundle' ? 'Bundle' : 'Course'}</p>
      <h3>
        <a href={addressOf(offering)} safe>
          {title}
        </a>
      </h3>
      <p safe>{summary}</p>
      <ProductFacts offering={offering} />
      {price ? (
        <Price
          price={price.price}
          priorPrice={price.priorPrice}
          percentOff={price.percentOff}
          note={price.offer && offerNote(price.offer)}
        />
      ) : (
        <p class="price-none" safe>{`Not sold in ${offering.history.market.label}`}</p>
      )}
    </article>
  );
}

export function ProductFacts({ offering }: { offering: Shown }): JSX.Element {
  return (
    <div class="product-facts">
      {offering.kind === 'bundle' ? (
        <span>
          <Icon name="layers" size={16} />
          <span safe>{counted(offering.courses.length, 'course')}</span>
        </span>
      ) : (
        ''
      )}
      <span>
        <Icon name="file-text" size={16} />
        <span safe>{counted(offering.lessons, 'lesson')}</span>
      </span>
      <span>
        <Icon name="clock" size={16} />
        <span safe>{studyTime(offering.minutes)}</span>
      </span>
    </div>
  );
}
