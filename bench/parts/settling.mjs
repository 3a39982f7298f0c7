import { join } from 'node:path';
import { startProcess } from '../support/processes.mjs';

const file = join(import.meta.dirname, '../processes/settle.mjs');

/** The settling transaction alone, in a process of its own, after the product has stopped. */
export async function measureSettling({ build, postgres, folder, rounds, flags }) {
  const settings = JSON.stringify({ build, url: postgres.url, postmaster: postgres.pid, folder, rounds });
  const ready = /^ready (.*)$/m;
  const child = await startProcess('settling', file, { args: [settings], ready, flags });
  await child.ended;
  return JSON.parse(child.matched[1]);
}
