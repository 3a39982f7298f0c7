import { T, t, written } from '../words/index.js';
import { Icon } from '../icon.js';
import type { PartingOffer } from '../parting-offer.js';

/** Hidden until the script shows it; without script the foot of the page leads to the same place. */
export function PartingPanel({ offer }: { offer: PartingOffer }): JSX.Element {
  return (
    <parting-offer name={offer.name}>
      <p class="visually-hidden" role="status"></p>
      <aside class="parting-offer no-print" aria-labelledby="parting-offer" hidden>
        <button class="parting-close" type="button" aria-label={t('Close, and do not show this again')}>
          <Icon name="x" size={20} />
        </button>
        <h2 id="parting-offer" lang={written()} safe>
          {offer.title}
        </h2>
        <p lang={written()} safe>
          {offer.text}
        </p>
        <p class="parting-acts">
          <a class="button button-primary button-small" href={offer.href} lang={written()} safe>
            {offer.label}
          </a>
          <button class="button button-quiet button-small" type="button">
            <T>No, thank you</T>
          </button>
        </p>
      </aside>
    </parting-offer>
  );
}
