import { Icon, Price, counted, T, t, written } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import { offerNote } from './offer-state.js';
import { studyTime } from './study-time.js';

export const addressOf = ({ kind, slug }: Pick<Shown, 'kind' | 'slug'>): string => `/${kind}s/${slug}`;

/** A product in a list: what it is, how long it takes, what it costs now and until when. */
export function ProductCardView({ offering, wide }: { offering: Shown; wide?: boolean }): JSX.Element {
  const { title, summary, price, kind } = offering;
  return (
    <article class={['product-card', wide && 'product-card-wide']}>
      <p class="product-kind">{kind === 'bundle' ? <T>Bundle</T> : <T>Course</T>}</p>
      <h3>
        <a href={addressOf(offering)} lang={written()} safe>
          {title}
        </a>
      </h3>
      <p lang={written()} safe>
        {summary}
      </p>
      <ProductFacts offering={offering} />
      {price ? (
        <Price
          price={price.price}
          priorPrice={price.priorPrice}
          percentOff={price.percentOff}
          note={price.offer && offerNote(price.offer)}
        />
      ) : (
        <p class="price-none" safe>
          {t('Not sold in {market}', { market: offering.history.market.label })}
        </p>
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
          <span safe>{counted(offering.courses.length, '{count} course', '{count} courses')}</span>
        </span>
      ) : (
        ''
      )}
      <span>
        <Icon name="file-text" size={16} />
        <span safe>{counted(offering.lessons, '{count} lesson', '{count} lessons')}</span>
      </span>
      <span>
        <Icon name="clock" size={16} />
        <span safe>{studyTime(offering.minutes)}</span>
      </span>
    </div>
  );
}
