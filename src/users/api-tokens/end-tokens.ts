import type { Runner } from '../../database/index.js';

/** Ends all tokens of a person. */
export async function endTokens(runner: Runner, personId: string): Promise<void> {
  await runner.rows('UPDATE api_tokens SET ended_at = now() WHERE person_id = $1 AND ended_at IS NULL', [personId]);
}
