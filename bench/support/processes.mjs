import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { atEnd } from './machine.mjs';

const leash = join(import.meta.dirname, '../processes/ends-with-parent.mjs');

/**
 * A Node process of its own, once it has printed a line that matches `ready`. Its standard input ends with this process,
 * and it with that.
 */
export async function startProcess(name, file, { args = [], env = {}, flags = [], ready = /^ready (.*)$/m }) {
  const child = spawn(process.execPath, [...flags, '--import', leash, file, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(forced);
  };
  atEnd(stop);
  let output = '';
  const matched = await new Promise((resolve, reject) => {
    const hear = (text) => {
      output = (output + text).slice(-20_000);
      const match = ready.exec(output);
      if (match) resolve(match);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    void ended.then((code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
  });
  return { pid: child.pid, matched, output: () => output, ended, stop };
}
