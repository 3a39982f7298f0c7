import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const msPerTick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** /proc/<pid>/stat after the name of the program, which may itself hold spaces and brackets. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [ppid, own, gone] = [Number(fields[1]), ticks(fields, 11), ticks(fields, 13)];
    return { ppid, own, gone };
  } catch {
    return undefined; // ended meanwhile
  }
}

const ticks = (fields, at) => Number(fields[at]) + Number(fields[at + 1]);

/** CPU time of one process so far, in milliseconds. */
export const cpuOf = (pid) => (statOf(pid)?.own ?? 0) * msPerTick;

/** CPU time of the postmaster and all below it; of those that have ended, through the postmaster's own account. */
export function cpuOfPostgres(postmaster) {
  const { own, gone } = statOf(postmaster) ?? { own: 0, gone: 0 };
  const below = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.ppid === postmaster);
  return below.reduce((sum, stat) => sum + stat.own, own + gone) * msPerTick;
}

/** Resident memory now and at its highest, in MiB. */
export function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)[1]) / 1024;
  return { now: mib('VmRSS'), highest: mib('VmHWM') };
}

/** Runs `work` and says what it cost: elapsed, CPU of the process and of PostgreSQL, in milliseconds. */
export async function spent(pid, postmaster, work) {
  const before = { app: cpuOf(pid), postgres: cpuOfPostgres(postmaster), at: performance.now() };
  const result = await work();
  const elapsed = performance.now() - before.at;
  return { result, elapsed, app: cpuOf(pid) - before.app, postgres: cpuOfPostgres(postmaster) - before.postgres };
}
