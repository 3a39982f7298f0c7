import { formatInstant, formatMoney } from '../../../shared/index.js';
import {
  Badge,
  Button,
  Card,
  DefinitionList,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Table,
  Time,
} from '../../../web/index.js';
import type { CodeSale } from '../../admin/figures.js';
import type { DeskCode } from '../code-desk.queries.js';
import { standingLooks, usesOf, worthOf } from './code-words.js';

interface CodeProps {
  page: PageContext;
  code: DeskCode;
  sales: CodeSale[];
  form: FormState;
}

/** One code: its terms, who uses it, and the way to end it. */
export function CodeView({ page, code, sales, form }: CodeProps): JSX.Element {
  return (
    <Layout
      page={page}
      title={`Code ${code.code}`}
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/admin', label: 'Today' }, { href: '/admin/codes', label: 'Codes' }, { label: code.code }]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker="Code"
        title={code.code}
        lead={code.note}
        meta={<Badge label={code.standing} kind={standingLooks[code.standing]} />}
      />
      <section class="section">
        <h2>Terms</h2>
        <Terms code={code} />
      </section>
      <section class="section">
        <h2>Orders that use it</h2>
        {sales.length === 0 ? <p class="soft">No order uses it.</p> : <Sales sales={sales} />}
      </section>
      {code.withdrawnAt ? '' : <Withdrawal code={code} form={form} />}
    </Layout>
  );
}

function Terms({ code }: { code: DeskCode }): JSX.Element {
  const items: [term: string, detail: string][] = [
    ['Takes off', worthOf(code)],
    ['Starts', formatInstant(code.startsAt)],
    ['Ends', formatInstant(code.endsAt)],
    ['Used', usesOf(code)],
    ['Per person', code.personLimit === null ? 'no limit' : String(code.personLimit)],
    [
      'For',
      code.products.length === 0 ? 'every course and bundle' : code.products.map(({ title }) => title).join(', '),
    ],
    ['With offers', code.withOffers ? 'combines' : 'leaves what is on offer as it is'],
    ['Given out by', `${code.createdBy ?? 'the system'}, ${formatInstant(code.createdAt)}`],
  ];
  if (code.withdrawnAt) {
    const who = `${code.withdrawnBy ?? 'an admin'}, ${formatInstant(code.withdrawnAt)}`;
    items.push(['Withdrawn by', `${who}: ${code.withdrawnReason ?? 'no reason was kept'}`]);
  }
  return <DefinitionList items={items.map(([term, detail]) => ({ term, detail: <span safe>{detail}</span> }))} />;
}

function Sales({ sales }: { sales: CodeSale[] }): JSX.Element {
  return (
    <Table
      caption="Orders with this code, the latest first"
      columns={[
        { label: 'Order' },
        { label: 'Placed' },
        { label: 'Paid' },
        { label: 'Status' },
        { label: 'Total', numeric: true },
      ]}
      rows={sales.map((sale) => [
        <a href={`/admin/orders/${sale.orderNumber}`} safe>
          {sale.orderNumber}
        </a>,
        <Time at={sale.placedAt} />,
        sale.settledAt ? <Time at={sale.settledAt} /> : 'not paid',
        <span safe>{sale.status.replaceAll('_', ' ')}</span>,
        <span class="amount" safe>
          {formatMoney(sale.total)}
        </span>,
      ])}
    />
  );
}

function Withdrawal({ code, form }: { code: DeskCode; form: FormState }): JSX.Element {
  const held = code.held === 1 ? '1 open checkout keeps its price' : `${code.held} open checkouts keep their price`;
  return (
    <Card title="Withdraw this code">
      <p class="soft" safe>
        {`From that moment nobody can use it. Orders that were paid with it stay as they are (${code.kept}); ${held}.`}
      </p>
      <form class="form" method="post" action={`/admin/codes/${code.id}/withdrawal`} novalidate>
        <Field form={form} name="reason" label="Reason" help="Kept with the code." maxlength={300} />
        <div class="form-actions">
          <Button look="danger">Withdraw</Button>
        </div>
      </form>
    </Card>
  );
}
