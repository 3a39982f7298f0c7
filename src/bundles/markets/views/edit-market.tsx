import {
  Badge,
  Button,
  Card,
  Checkbox,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Radios,
  Table,
  Time,
} from '../../../web/index.js';
import { defaultMarket } from '../market.js';
import type { DeskMarket, MarketChangeRow } from '../market-desk.queries.js';
import { taxWords } from './tax-words.js';

interface EditMarketProps {
  page: PageContext;
  market: DeskMarket;
  changes: MarketChangeRow[];
  form: FormState;
}

/** The rules of one market, and who changed them when and why. */
export function EditMarketView({ page, market, changes, form }: EditMarketProps): JSX.Element {
  const taxes = Object.entries(taxWords).map(([value, label]) => ({ value, label: `Tax is ${label}` }));
  return (
    <Layout
      page={page}
      title={market.label}
      tone="working"
      form={form}
      breadcrumbs={[
        { href: '/admin', label: 'Today' },
        { href: '/admin/markets', label: 'Markets' },
        { label: market.label },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker="Market"
        title={market.label}
        meta={
          <>
            <Badge label={market.active ? 'open' : 'closed'} kind={market.active ? 'accent' : 'outline'} />
            <span safe>{`${market.currency} · ${market.countries.join(', ')}`}</span>
          </>
        }
        lead={`${market.priced} published products have a list price here. Its currency stays what it is.`}
      />
      <Card title="Rules">
        <form class="form" method="post" action={`/admin/markets/${market.name}`} novalidate>
          <input type="hidden" name="version" value={String(market.version)} />
          <Radios form={form} name="tax" label="Tax" options={taxes} />
          <Checkbox
            form={form}
            name="showPriorPrice"
            label="Show the prior price"
            help="A reduction shows the lowest price of the days before it began. Without it no price is struck through."
            required={false}
          />
          <div class="form-row">
            <Field
              form={form}
              name="priorPriceDays"
              label="Prior price of"
              inputmode="numeric"
              size="short"
              suffix="days"
            />
            <Field
              form={form}
              name="coolingOffDays"
              label="Rest between offers"
              inputmode="numeric"
              size="short"
              suffix="days"
            />
          </div>
          {market.name === defaultMarket ? (
            <input type="hidden" name="active" value="yes" />
          ) : (
            <Checkbox
              form={form}
              name="active"
              label="Open: things can be bought here"
              help="Closing it takes it from the choice at the foot of the pages. Orders already placed stay as they are."
              required={false}
            />
          )}
          <Field form={form} name="reason" label="Reason" help="Kept with the change." maxlength={300} />
          <div class="form-actions">
            <Button>Save</Button>
          </div>
        </form>
      </Card>
      <section class="section">
        <h2>Changes</h2>
        {changes.length === 0 ? <p class="soft">Nothing was changed so far.</p> : <Changes changes={changes} />}
      </section>
    </Layout>
  );
}

function Changes({ changes }: { changes: MarketChangeRow[] }): JSX.Element {
  return (
    <Table
      caption="Changes, the latest first"
      columns={[{ label: 'When' }, { label: 'Who' }, { label: 'What' }, { label: 'Why' }]}
      rows={changes.map(({ changedAt, changedBy, changed, reason }) => [
        <Time at={changedAt} />,
        <span safe>{changedBy ?? 'the demonstration'}</span>,
        <span safe>{Object.entries(changed).map(sentenceOf).join('; ')}</span>,
        <span safe>{reason}</span>,
      ])}
    />
  );
}

const names: Record<string, string> = {
  tax: 'tax',
  showPriorPrice: 'prior price shown',
  priorPriceDays: 'days of the prior price',
  coolingOffDays: 'days of rest between offers',
  active: 'open',
};

const sentenceOf = ([field, { from, to }]: [string, MarketChangeRow['changed'][string]]): string =>
  `${names[field] ?? field}: ${yesNo(from)} → ${yesNo(to)}`;

const yesNo = (value: unknown): string => (value === true ? 'yes' : value === false ? 'no' : String(value));
