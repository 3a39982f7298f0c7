import type { EntryDecision, EntryDetail, EntryVersion } from '../logbook.queries.js';

interface Event {
  at: Date;
  title: string;
  text?: string;
}

/** What happened to an entry, the newest first. */
export function eventsOf({ versions, decisions, withdrawal }: EntryDetail): Event[] {
  const events = [
    ...versions.map(written),
    ...decisions.map(decided),
    ...(withdrawal ? [{ at: instant(withdrawal.at), title: 'Taken back', text: withdrawal.reason }] : []),
  ];
  return events.sort((a, b) => b.at.getTime() - a.at.getTime());
}

// Parses what the database wrote; asks no clock.
const instant = (text: string): Date => new Date(text);

const written = ({ version, at, by, why }: EntryVersion): Event => ({
  at: instant(at),
  title: version === 1 ? `Written by ${by}` : `Amended by ${by} (version ${version})`,
  ...(why && { text: why }),
});

const decided = ({ at, by, decision, version, way, reason, hash }: EntryDecision): Event => ({
  at: instant(at),
  title: decision === 'signed' ? `Signed by ${by}${way === 'code' ? ' with a code' : ''}` : `Not signed by ${by}`,
  text: reason ?? `Version ${version}, seal ${hash.slice(0, 16)}`,
});
