import { aim, median, shown, table } from './support/figures.mjs';

const ways = { ours: 'the product', plain: 'the same statements by pg', pgbench: 'the same statements by pgbench' };

/** What was measured of the books, in lines. */
export function booksReport({ posting, reading }) {
  const { name: reference, ratios } = posting.ways.at(-1);
  const [least, most] = [reading[0], reading.at(-1)];
  const names = Object.keys(most.reports);
  const slower = names.map((name) => most.reports[name].cpu / least.reports[name].cpu);
  const glance = most.reports['month at a glance'].ms;
  return [
    '',
    table(
      ['booking sales, 200 at once', 'postings per second', 'client ms', 'PostgreSQL ms', 'product ÷ it'],
      posting.ways.map((way) => [
        ways[way.name],
        ...[
          way.rate,
          way.name === 'pgbench' ? undefined : way.app,
          way.postgres,
          way.name === 'ours' ? 1 : median(way.ratios),
        ],
      ]),
    ),
    posting.same ? '' : 'WRONG: the ways have not booked the same.',
    table(
      [
        'reports, ms at the median · of CPU',
        ...reading.map(({ payments }) => `${payments} payments`),
        'CPU, last ÷ first',
      ],
      names.map((name, at) => [
        name,
        ...reading.map(({ reports }) => `${shown(reports[name].ms)} · ${shown(reports[name].cpu)}`),
        slower[at],
      ]),
    ),
    '',
    table(
      ['the books', 'postings', 'sums of days', 'sums made, s', 'sums checked, s', 'memory, MiB more'],
      reading.map(({ payments, postings, sums, rebuilt, checked }) => [
        `${payments} payments`,
        ...[postings, sums, rebuilt.elapsed / 1000, checked.elapsed / 1000, Math.max(rebuilt.memory, checked.memory)],
      ]),
    ),
    ...reading
      .filter(({ checked }) => checked.wrong > 0)
      .map(({ payments }) => `WRONG: sums of the books of ${payments} payments.`),
    aim(`booking reaches at least 0.5 of the rate of ${reference}`, median(ratios), '≥', 0.5),
    aim(`month at a glance of ${shown(most.payments)} payments takes at most 50 ms`, glance, '≤', 50),
    aim(
      `no report takes over 10 times the CPU over ${shown(most.payments)} payments than over ${shown(least.payments)}`,
      Math.max(...slower),
      '≤',
      10,
    ),
  ];
}
