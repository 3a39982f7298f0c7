import { median, percentile } from '../support/figures.mjs';
import { load } from '../support/load.mjs';

/** How long lessons take while nobody and while eight clients without a pause sign in, in turn. */
export async function measureStorm({ lesson, signIn, rounds, seconds = 4 }) {
  const quiet = [];
  const stormy = [];
  const signIns = [];
  await load(lesson, 1);
  for (let at = 0; at < rounds; at++) {
    quiet.push(await load(lesson, seconds));
    const [pages, people] = await Promise.all([load(lesson, seconds), load(signIn, seconds)]);
    stormy.push(pages);
    signIns.push(people.length / seconds);
  }
  const of = (runs) => ({
    rate: median(runs.map((times) => times.length / seconds)),
    p50: median(runs.map((times) => percentile(times, 0.5))),
    p99: median(runs.map((times) => percentile(times, 0.99))),
  });
  const slower = median(quiet.map((times, at) => percentile(stormy[at], 0.99) / percentile(times, 0.99)));
  return { quiet: of(quiet), stormy: of(stormy), slower, signIns: median(signIns) };
}
