import { StackChart } from '../../../web/index.js';
import { accounts } from '../../journal/accounts.js';
import { lastDay } from '../../journal/months.js';
import { accountAddress, registerAddress } from '../addresses.js';
import type { MonthFigures } from '../month-figures.js';
import { monthName, shortMonth } from '../month-names.js';
import type { MonthReport } from '../month-report.js';
import type { Series } from '../stack.js';

interface Props {
  report: MonthReport;
  format: (value: number) => string;
}

/** What the months brought, drawn; the same figures stand in a table under each drawing. */
export function MonthCharts({ report, format }: Props): JSX.Element {
  const { months, currency, figures } = report;
  const points = months.map((month) => ({ label: monthName(month), short: shortMonth(month) }));
  const days = (index: number) => ({ currency, from: months[index]!, to: lastDay(months[index]!) });
  const of =
    (account: string, part: { course?: string | null; product?: string | null } = {}) =>
    (index: number) =>
      accountAddress(account, { ...days(index), ...part });
  const shared = { points, format, unit: 'Month' };
  const one = (name: string, figure: keyof MonthFigures, href: (index: number) => string) => ({
    ...{ name, href },
    values: figures.map((each) => each[figure]),
  });
  const parts = (series: Series[], dimension: 'course' | 'product') =>
    series.map(({ id, name, values }) => ({ name, values, href: of(accounts.revenue, { [dimension]: id }) }));
  const last = figures.at(-1)!;
  return (
    <section class="section">
      <h2 safe>{months.length === 1 ? 'In one month' : `In ${months.length} months`}</h2>
      <StackChart
        {...shared}
        summed
        caption={`Revenue by course in ${currency}`}
        summary={summaryOf('Revenue recognised', report, format)}
        series={parts(report.byCourse, 'course')}
      />
      <StackChart
        {...shared}
        summed
        caption={`Revenue by product in ${currency}`}
        summary={`The same revenue by what was bought: single courses and bundles. ${named(report.byProduct)}`}
        series={parts(report.byProduct, 'product')}
      />
      <StackChart
        {...shared}
        summed
        caption={`Cash at the end of the month in ${currency}`}
        summary={`At Stripe ${format(last.stripe)}, in transit ${format(last.inTransit)}, at the bank ${format(last.bank)} at the end.`}
        series={[
          one('Stripe balance', 'stripe', of(accounts.stripe)),
          one('Payouts in transit', 'inTransit', of(accounts.inTransit)),
          one('Bank', 'bank', of(accounts.bank)),
        ]}
      />
      <StackChart
        {...shared}
        caption={`Deferred revenue at the end of the month in ${currency}`}
        summary={`${format(last.deferred)} at the end of the last month.`}
        series={[one('Deferred', 'deferred', of(accounts.deferred))]}
      />
      <StackChart
        {...shared}
        caption={`Refunds in ${currency}`}
        summary={`${format(last.refunds)} in the last month.`}
        series={[one('Refunds', 'refunds', (index) => registerAddress('refunds', days(index)))]}
      />
      <StackChart
        {...shared}
        caption={`Stripe's fees in ${currency}`}
        summary={`${format(last.fees)} in the last month.`}
        series={[one('Fees', 'fees', of(accounts.fees))]}
      />
      <StackChart
        {...shared}
        caption={`Disputed in ${currency}`}
        summary={`${format(last.disputed)} in the last month.`}
        series={[one('Disputed', 'disputed', (index) => registerAddress('disputes', days(index)))]}
      />
    </section>
  );
}

function summaryOf(what: string, { months, figures }: MonthReport, format: Props['format']): string {
  const first = `${format(figures[0]!.revenue)} in ${monthName(months[0]!)}`;
  if (months.length === 1) return `${what}: ${first}.`;
  return `${what}: ${first}, ${format(figures.at(-1)!.revenue)} in ${monthName(months.at(-1)!)}.`;
}

const named = (series: Series[]): string => (series.length === 0 ? '' : `Most by ${series[0]!.name}.`);
