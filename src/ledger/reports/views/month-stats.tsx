import { formatMoney, money } from '../../../shared/index.js';
import { Stat, Stats } from '../../../web/index.js';
import { accounts } from '../../journal/accounts.js';
import { accountAddress, registerAddress } from '../addresses.js';
import { feeRatio, type MonthFigures } from '../month-figures.js';
import { monthName } from '../month-names.js';
import type { MonthReport } from '../month-report.js';

type Figure = keyof MonthFigures;
interface Line {
  label: string;
  figure: Figure;
  href: string;
  note?: string | undefined;
}

/** The figures of the month in three rows, each with how it was the month before. */
export function MonthStats({ report }: { report: MonthReport }): JSX.Element {
  const { currency, from, to } = report;
  const now = report.figures.at(-1)!;
  const amount = (value: number) => formatMoney(money(value, currency));
  const of = (account: string, kind?: string) => accountAddress(account, { currency, from, to, kind });
  const register = (name: string) => registerAddress(name, { currency, from, to });
  const ratio = feeRatio(now);
  const groups: { title: string; lines: Line[] }[] = [
    {
      title: 'Earned',
      lines: [
        { label: 'Revenue recognised', figure: 'revenue', href: of(accounts.revenue) },
        {
          label: 'Billed, without tax',
          figure: 'billed',
          href: of(accounts.deferred, 'sale'),
          note: `and ${amount(now.billedTax)} of tax`,
        },
        { label: 'Deferred at the end', figure: 'deferred', href: of(accounts.deferred) },
        { label: 'Tax owed at the end', figure: 'taxOwed', href: of(accounts.tax) },
      ],
    },
    {
      title: 'Given back, and what it cost',
      lines: [
        { label: 'Refunds', figure: 'refunds', href: register('refunds') },
        {
          label: "Stripe's fees",
          figure: 'fees',
          href: of(accounts.fees),
          note: ratio === null ? undefined : `${percent(ratio)} of what was charged`,
        },
        { label: 'Disputed', figure: 'disputed', href: register('disputes') },
        {
          label: 'Lost to disputes',
          figure: 'disputesLost',
          href: of(accounts.chargebacks),
          note: `and ${amount(now.disputeFees)} of fees`,
        },
      ],
    },
    {
      title: 'Cash at the end of the month',
      lines: [
        { label: 'Stripe balance', figure: 'stripe', href: of(accounts.stripe) },
        { label: 'Payouts in transit', figure: 'inTransit', href: of(accounts.inTransit) },
        { label: 'Bank', figure: 'bank', href: of(accounts.bank) },
        ...(now.held === 0
          ? []
          : [{ label: 'Held for disputes', figure: 'held' as const, href: of(accounts.disputed) }]),
        ...(now.suspense === 0
          ? []
          : [{ label: 'Suspense', figure: 'suspense' as const, href: of(accounts.suspense) }]),
      ],
    },
  ];
  return (
    <>
      {groups.map(({ title, lines }) => (
        <section class="section">
          <h2 safe>{title}</h2>
          <Stats>
            {lines.map(({ label, figure, href, note }) => (
              <Stat label={label} value={amount(now[figure])} href={href} note={noteOf(report, figure, note)} />
            ))}
          </Stats>
        </section>
      ))}
    </>
  );
}

const percent = (ratio: number): string => `${(ratio * 100).toFixed(2)} %`;

function noteOf({ figures, months, currency }: MonthReport, figure: Figure, note: string | undefined): string {
  const before = figures.at(-2);
  const change = before && `${formatMoney(money(before[figure], currency))} in ${monthName(months.at(-2)!)}`;
  return [note, change].filter(Boolean).join('; ');
}
