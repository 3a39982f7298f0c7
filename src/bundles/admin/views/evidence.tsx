import { formatInstant, formatMoney, type Money } from '../../../shared/index.js';
import {
  Badge,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  PrintButton,
  Time,
} from '../../../web/index.js';
import { percentBelow } from '../../prices/price-history.js';
import type { Evidence } from '../evidence.js';
import { priceTimeline, timelineEvents } from '../price-timeline.js';
import { ExtensionForm } from './extension-form.js';
import { OfferSales } from './offer-sales.js';
import { standingLooks } from './offers-section.js';
import { PriceTimelineView } from './price-timeline.js';
import { PriorPriceSection } from './prior-price.js';

interface EvidenceViewProps {
  page: PageContext;
  evidence: Evidence;
  form: FormState;
}

/** One offer with all that shows it to have been real: to read, to print, to hand to an authority. */
export function EvidenceView({ page, evidence, form }: EvidenceViewProps): JSX.Element {
  const { offer, product, standing } = evidence;
  const sources = { ...product, restDays: product.market.coolingOffDays };
  const isAdmin = page.viewer?.roles.includes('admin') ?? false;
  return (
    <Layout
      page={page}
      title={`Offer: ${offer.name}`}
      tone="working"
      form={form}
      scripts={['print']}
      breadcrumbs={
        isAdmin
          ? [
              { href: '/admin/offers', label: 'Prices and offers' },
              { href: `/admin/prices/${product.slug}`, label: product.title },
              { label: offer.name },
            ]
          : undefined
      }
    >
      <FormErrors form={form} />
      <PageHeader
        kicker="Evidence of an offer"
        title={offer.name}
        lead={`${product.title} for ${formatMoney(evidence.price)}.`}
        meta={
          <>
            <Badge label={standing} kind={standingLooks[standing]} />
            <span>
              As known on <Time at={product.now} />
            </span>
          </>
        }
        actions={
          <>
            <PrintButton />
            <LinkButton look="quiet" icon="download" href={`/admin/offers/${offer.id}/prices.csv`}>
              Prices as CSV
            </LinkButton>
          </>
        }
      />
      <section class="section">
        <h2>What was offered</h2>
        <Terms evidence={evidence} />
      </section>
      <PriorPriceSection evidence={evidence} />
      <section class="section">
        <h2>Prices before and after</h2>
        <PriceTimelineView
          caption={`Price of ${product.title} over time`}
          timeline={priceTimeline(sources)}
          currency={offer.currency}
          events={timelineEvents(sources)}
          open
        />
      </section>
      <OfferSales sales={evidence.sales} claims={evidence.claims} />
      {isAdmin && standing !== 'ended' && standing !== 'cancelled' && !offer.extension ? (
        <ExtensionForm offer={offer} form={form} />
      ) : (
        ''
      )}
    </Layout>
  );
}

function Terms({ evidence: { offer, product, before, after, price } }: { evidence: Evidence }): JSX.Element {
  const items: [term: string, detail: string][] = [
    ['Scheduled by', `${offer.createdBy ?? 'the demonstration'}, ${formatInstant(offer.createdAt)}`],
    ['Starts', formatInstant(offer.startsAt)],
    ['Ends', formatInstant(offer.endsAt)],
    ['Price before', moneyText(before)],
    ['Price in the offer', formatMoney(price)],
    ['Price after', moneyText(after)],
    ['Market', product.market.label],
    ['Seats', offer.seats === undefined ? 'no limit' : `the first ${offer.seats}`],
  ];
  const { extension, extendedAt } = offer;
  if (before) items.push(['Below the list price', `${percentBelow(before, price)}%`]);
  if (extension && extendedAt) {
    const who = `${offer.extendedBy ?? 'an admin'}, ${formatInstant(extendedAt)}`;
    items.push(['Was to end', formatInstant(extension.oldEndsAt)], ['Extended by', `${who}: ${extension.reason}`]);
  }
  if (offer.cancelledAt)
    items.push(['Called off by', `${offer.cancelledBy ?? 'an admin'}, ${formatInstant(offer.cancelledAt)}`]);
  return <DefinitionList items={items.map(([term, detail]) => ({ term, detail: <span safe>{detail}</span> }))} />;
}

const moneyText = (amount: Money | undefined): string => (amount ? formatMoney(amount) : 'none');
