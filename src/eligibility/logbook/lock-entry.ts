import type { Tx } from '../../database/index.js';

export interface LockedEntry {
  id: string;
  personId: string;
  procedure: string;
  /** YYYY-MM-DD */
  performedOn: string;
  zone: string;
}

/** Holds an entry until the end of the transaction: writing, signing and withdrawing it come one after the other. */
export async function lockEntry(tx: Tx, entryId: string): Promise<LockedEntry | undefined> {
  await tx.lock(`eligibility.entry ${entryId}`);
  return tx.row(
    `SELECT id, person_id AS "personId", procedure, performed_on AS "performedOn", zone
     FROM logbook_entries WHERE id = $1`,
    [entryId],
  );
}

export interface EntryState {
  version: number;
  hash: string;
  signed: boolean;
  /** What was decided about the latest version or, once signed, about the signed one. */
  decision: 'signed' | 'refused' | null;
  by: string | null;
  at: Date | null;
  withdrawn: boolean;
}

/** How a locked entry stands. */
export async function stateOf(tx: Tx, entryId: string): Promise<EntryState> {
  const state = await tx.row<EntryState>(
    `SELECT v.version, v.content_hash AS hash, coalesce(s.decision = 'signed', false) AS signed, s.decision,
       p.name AS by, s.decided_at AS at, EXISTS (SELECT FROM logbook_withdrawals w WHERE w.entry_id = $1) AS withdrawn
     FROM logbook_versions v
     LEFT JOIN LATERAL (SELECT * FROM sign_offs s WHERE s.entry_id = $1 AND (s.decision = 'signed' OR s.version = v.version)
       ORDER BY s.decision DESC LIMIT 1) s ON true
     LEFT JOIN people p ON p.id = s.preceptor_id
     WHERE v.entry_id = $1 ORDER BY v.version DESC LIMIT 1`,
    [entryId],
  );
  return state!;
}
