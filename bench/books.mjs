// `npm run bench:books`: the books alone, up to ten million payments; or as many as `BOOKS` says.
process.env.BOOKS ??= '10000,1000000,10000000';
const { measureAllBooks } = await import('./parts/all-books.mjs');
const { booksReport } = await import('./books-report.mjs');
const { measuring, startServer, step } = await import('./support/measuring.mjs');

measuring(async () => {
  step('starting PostgreSQL');
  const server = await startServer();
  const figures = await measureAllBooks({ ...server, rounds: Number(process.env.BENCH_ROUNDS ?? 3) });
  step('done');
  console.log(booksReport(figures).join('\n'));
});
