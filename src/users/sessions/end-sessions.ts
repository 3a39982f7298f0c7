import type { Runner } from '../../database/index.js';

/** Ends all sessions of a person, but not the one with the id `except`. Answers how many ended. */
export async function endSessions(runner: Runner, personId: string, except?: string): Promise<number> {
  const ended = await runner.rows(
    `UPDATE sessions SET ended_at = now()
     WHERE person_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR id <> $2) RETURNING id`,
    [personId, except ?? null],
  );
  return ended.length;
}
