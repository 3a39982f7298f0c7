import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from '../support/index.js';

export type Phase = 'before' | 'during' | 'after';
export interface Kill {
  killAt: number;
  phase: Phase;
}

const dataDir = mkdtempSync(join(tmpdir(), 'glabella-crash-'));

/** Runs a verb in a child that dies at the given statement. @returns statements made, or 'killed' */
export function runInChild(app: TestApp, plan: object, kill: Kill | null): Promise<number | 'killed'> {
  const sandbox = new URL(app.sandboxUrl);
  const whole = {
    ...plan,
    ...(kill ?? { killAt: 0, phase: 'before' }),
    baseUrl: app.url,
    dataDir: process.env.CRASH_DATA_DIR ?? dataDir,
    databaseUrl: app.databaseUrl,
    stripe: {
      apiKey: 'sk_test_sandbox',
      webhookSecrets: [],
      server: { host: sandbox.hostname, port: Number(sandbox.port) },
    },
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['test/faults/crash-child.mjs', JSON.stringify(whole)], (error, stdout, stderr) => {
      if (error?.signal === 'SIGKILL') return resolve('killed');
      const count = /statements (\d+)/.exec(stdout)?.[1];
      if (error || !count) return reject(new Error(`${error?.message ?? ''}\n${stdout}\n${stderr}`));
      resolve(Number(count));
    });
  });
}

/** Every point of a verb at which a process can die. */
export const everyPoint = (statements: number): Kill[] =>
  Array.from({ length: statements }, (_, index) => index + 1).flatMap((killAt) =>
    (['before', 'during', 'after'] as const).map((phase) => ({ killAt, phase })),
  );

/** All points when GLABELLA_FAULTS=all, else a few, drawn by a seed that is printed. */
export function chosenPoints(
  points: Kill[],
  few: number,
  seed = Number(process.env.SEED ?? Date.now() % 1_000_000),
): Kill[] {
  if (process.env.GLABELLA_FAULTS === 'all') return points;
  process.stdout.write(`crash points drawn with SEED=${seed}\n`);
  let state = seed;
  const draw = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return points
    .map((point) => ({ point, order: draw() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, few)
    .map(({ point }) => point);
}
