import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './app.js';

export interface SpawnedNode {
  url: string;
  /** Everything it printed. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A second node: the built product as a process of its own. */
export async function spawnNode(
  environment: Record<string, string>,
  script = 'dist/src/main.js',
): Promise<SpawnedNode> {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      PORT: String(port),
      SANDBOX_PORT: '0',
      PACKAGES_PORT: '0',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'glabella-node-')),
      LOG_LEVEL: 'error',
      ...environment,
    },
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => output.includes('Glabella is ready') && resolve());
    void ended.then((code) => reject(new Error(`The node ended with ${code}:\n${output}`)));
  });
  await ready;
  return {
    url: `http://localhost:${port}`,
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
