import { Button, Checkboxes, Field, type FormState, LinkButton, Select, Time } from '../../../web/index.js';
import type { Market } from '../../markets/market.js';
import type { PreviewPick } from '../preview-picks.js';

interface PreviewBannerProps {
  slug: string;
  at: Date;
  picks: PreviewPick[];
  markets: readonly Market[];
  parts: readonly { slug: string; title: string }[];
  form: FormState;
}

/** Says that a page is not what visitors see now, and chooses the instant and the market it is shown for. */
export function PreviewBanner({ slug, at, picks, markets, parts, form }: PreviewBannerProps): JSX.Element {
  const address = `/admin/bundles/${slug}`;
  return (
    <section class="preview-banner" aria-label="Preview">
      <p>
        <strong>Preview.</strong> The page as it is at <Time at={at} />, once the bundle is published.
      </p>
      <nav aria-label="Instants worth a look">
        <ul class="cluster">
          {picks.map((pick) => (
            <li>
              <a href={`${address}/preview?${questionOf(pick, form)}`} safe>
                {pick.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="form-row" method="get" action={`${address}/preview`} novalidate>
        <Field form={form} name="at" type="datetime-local" label="At another instant" />
        <Field form={form} name="zone" label="Zone" size="medium" help="UTC, -05:00 or America/New_York" />
        <Select
          form={form}
          name="market"
          label="Market"
          options={markets.map(({ name, label, currency }) => ({ value: name, label: `${label}, ${currency}` }))}
        />
        <Checkboxes
          form={form}
          name="owns"
          label="Seen by a learner who bought"
          required={false}
          options={parts.map(({ slug: value, title: label }) => ({ value, label }))}
        />
        <div class="form-actions">
          <Button look="secondary">Show</Button>
          <LinkButton look="quiet" href={address}>
            Back to the bundle
          </LinkButton>
        </div>
      </form>
    </section>
  );
}

/** Instants in UTC, written as the field for them takes them; the other choices stay. */
function questionOf({ at }: PreviewPick, { values: { market, owns } }: FormState): string {
  const question = new URLSearchParams({ market: String(market) });
  if (at) question.set('at', at.toISOString().slice(0, -1));
  for (const course of [owns ?? []].flat()) question.append('owns', course);
  return question.toString();
}
