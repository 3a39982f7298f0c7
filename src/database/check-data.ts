import type { Damage, DataCheck } from './data-check.js';
import type { Runner } from './tx.js';

/** Everything that is broken, in the order of the checks; empty when all holds. */
export async function checkData(runner: Runner, checks: readonly DataCheck[]): Promise<Damage[]> {
  const damages: Damage[] = [];
  for (const check of checks) {
    const found = await runner.rows<{ what: string }>(check.sql);
    damages.push(...found.map(({ what }) => ({ check, what })));
  }
  return damages;
}
