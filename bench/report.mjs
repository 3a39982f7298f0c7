import { booksReport } from './books-report.mjs';
import { aim, median, shown, table } from './support/figures.mjs';

/** Everything that was measured, as text. */
export function report({
  cores,
  sync,
  idle,
  pages,
  attempt,
  webhooks,
  storm,
  memory,
  settling,
  analysis,
  imported,
  search,
  faces,
  books,
}) {
  const base = pages.rows.express;
  const ours = settling.ways[0];
  const [plain, bench] = ['plain', 'pgbench'].map((name) => settling.ways.find((way) => way.name === name));
  // Round by round where there are rounds: what slowed one slowed both.
  const over = ({ cpu, seen }) =>
    seen ? median(seen.map((round, at) => round.cpu / base.seen[at].cpu)) : cpu / base.cpu;
  const requests = [...Object.values(pages.rows), attempt].map((row) => [
    row.name,
    ...[row.rate, row.p99, row.app, row.postgres, row.cpu, over(row)],
  ]);
  const ways = { ours: 'the product', plain: 'the same statements by pg', pgbench: 'the same statements by pgbench' };
  const settled = settling.ways.map(({ name, rate, app, postgres, ratios }) => [
    ways[name],
    ...[rate, name === 'pgbench' ? undefined : app, postgres, name === 'ours' ? 1 : median(ratios)],
  ]);
  const share = median(plain.ratios);
  const highest = memory.at(-1).highest;
  return [
    '',
    `Node ${process.version}, ${cores} cores, one durable write ${shown(sync)} ms. Medians of the rounds of one run; CPU in ms.`,
    `Idle, the process takes ${shown(idle.app)} % of a core and PostgreSQL ${shown(idle.postgres)} %; it is in all figures.`,
    `The lesson is ${pages.lesson.course}/${pages.lesson.slug}, ${pages.lesson.bytes} bytes.`,
    '',
    table(['8 connections', 'per second', 'p99 ms', 'process', 'PostgreSQL', 'together', '× bare Express'], requests),
    '',
    table(
      ['lessons, 8 connections', 'per second', 'p50 ms', 'p99 ms'],
      [
        ['quiet', storm.quiet.rate, storm.quiet.p50, storm.quiet.p99],
        [
          `while ${shown(storm.signIns)} people sign in a second`,
          storm.stormy.rate,
          storm.stormy.p50,
          storm.stormy.p99,
        ],
      ],
    ),
    '',
    table(
      ['settling by webhook, 16 clients', 'per second', 'process', 'PostgreSQL', 'together'],
      [
        ['events accepted', webhooks.accepted],
        ['orders settled', webhooks.rate, webhooks.app, webhooks.postgres, webhooks.cpu],
        ['  of it the stand-in Stripe, asked once', undefined, undefined, undefined, webhooks.standIn],
      ],
    ),
    '',
    table(['the settling transaction, 16 at once', 'per second', 'client', 'PostgreSQL', 'product ÷ it'], settled),
    bench ? '' : 'pgbench is not installed; it was left out.',
    analysed(analysis),
    '',
    table(
      ['reading files of 5,000 questions', 'questions per second'],
      Object.entries(imported).map(([format, { rate }]) => [format, rate]),
    ),
    '',
    table(
      ['search, six questions of a learner', 'median ms', 'worst ms'],
      search.map(({ lessons, median: usual, worst }) => [`${lessons} lessons`, usual, worst]),
    ),
    '',
    table(['faces of a certificate', 'CPU ms'], Object.entries(faces.acts)),
    `Resident memory of the web process, MiB, after ${memory.map(({ after, now }) => `${after} ${shown(now)}`).join(', ')}; ${shown(highest)} at most.`,
    webhooks.left
      ? `Only some orders were settled within 15 s of their events: ${shown(webhooks.left)} were left.`
      : '',
    webhooks.lost || settling.open ? `WRONG: ${webhooks.lost} orders settled badly, ${settling.open} not at all.` : '',
    aim('a lesson page costs at most 3 times a bare Express page with one query', over(pages.rows.lesson), '≤', 3),
    aim('settling reaches at least 0.60 of the rate of plain pg', share, '≥', 0.6),
    aim('lesson p99 while people sign in is at most 3 times the quiet one', storm.slower, '≤', 3),
    aim('a complete attempt of ten questions takes at most 15 ms of CPU', attempt.cpu, '≤', 15),
    aim('item analysis of 100,000 attempts of 40 items takes at most 60 s', analysis.elapsed / 1000, '≤', 60),
    aim('the five faces of a certificate take at most 250 ms of CPU', faces.allFive, '≤', 250),
    aim('verifying a credential takes at most 40 ms of CPU', faces.verified, '≤', 40),
    aim('the web process stays within 300 MiB', highest, '≤', 300),
    ...booksReport(books),
  ].join('\n');
}

const analysed = ({ attempts, items, elapsed, app, postgres, before, highest, right }) =>
  right
    ? `Item analysis of ${attempts} attempts of ${items} items: ${shown(elapsed / 1000)} s, of it ${shown(app / 1000)} s of CPU in the process and ${shown(postgres / 1000)} s in PostgreSQL; its memory rose by ${shown(highest - before)} MiB at most.`
    : 'WRONG: the item analysis has not counted every attempt.';
