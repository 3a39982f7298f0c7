import autocannon from 'autocannon';
import { spent } from './cpu.mjs';
import { medians, percentile } from './figures.mjs';

export const connections = 8;

/** Asks again and again over 8 connections for `seconds`. Any answer but a 2xx fails the benchmark: it would be a lie. */
export async function load(target, seconds) {
  const times = [];
  const { url, method = 'GET', headers, body, requests } = target;
  await new Promise((resolve, reject) => {
    const run = autocannon(
      { url, method, headers, body, requests, connections, duration: seconds, pipelining: 1 },
      (error, result) => {
        const bad = result && (result.non2xx || result.errors || result.timeouts);
        if (error || bad) reject(error ?? new Error(`${target.name}: ${JSON.stringify(result.statusCodeStats)}`));
        else resolve(result);
      },
    );
    run.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  return times;
}

/** One round: requests per second, p99 in ms, CPU in ms per request. */
export async function round(target, postmaster, seconds) {
  const { result: times, elapsed, app, postgres } = await spent(target.pid, postmaster, () => load(target, seconds));
  const count = times.length;
  return {
    rate: (count / elapsed) * 1000,
    p99: percentile(times, 0.99),
    app: app / count,
    postgres: postgres / count,
    cpu: (app + postgres) / count,
  };
}

/** Every target warm, then all of them in turn, several times: what disturbs the machine disturbs all alike. */
export async function compare(targets, postmaster, { rounds = 3, seconds = 3, warmUp = 2 } = {}) {
  const seen = new Map(targets.map((target) => [target, []]));
  for (const target of targets) await load(target, target.warmUp ?? warmUp);
  for (let at = 0; at < rounds; at++) {
    for (const target of targets) seen.get(target).push(await round(target, postmaster, seconds));
  }
  return targets.map((target) => ({ ...target, ...medians(seen.get(target)), seen: seen.get(target) }));
}
