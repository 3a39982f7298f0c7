import { Table } from '../../../web/index.js';
import { Figure } from './parts.js';

interface StatementPart {
  title: string;
  lines: { name: string; amount: number; href?: string }[];
  total: number;
}

interface StatementTableProps {
  caption: string;
  currency: string;
  parts: StatementPart[];
  /** The line under it all. */
  end: { name: string; amount: number };
}

/** A statement in one column: its parts one under the other, each with its sum. */
export function StatementTable({ caption, currency, parts, end }: StatementTableProps): JSX.Element {
  return (
    <div class="statement">
      <Table
        caption={caption}
        captionShown
        columns={[{ label: 'Account' }, { label: `Amount, ${currency}`, numeric: true }]}
        rows={parts.flatMap((part) => rowsOf(part, currency))}
        totals={[<span safe>{end.name}</span>, <Figure amount={end.amount} currency={currency} />]}
      />
    </div>
  );
}

const rowsOf = ({ title, lines, total }: StatementPart, currency: string): JSX.Element[][] => [
  [<strong safe>{title}</strong>, ''],
  ...lines.map(({ name, amount, href }) => [
    <span class="statement-line" safe>
      {name}
    </span>,
    <Figure amount={amount} currency={currency} href={href} />,
  ]),
  [
    <span safe>{`Total ${title.toLowerCase()}`}</span>,
    <strong>
      <Figure amount={total} currency={currency} />
    </strong>,
  ],
];
