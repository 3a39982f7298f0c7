import { createHash } from 'node:crypto';

/** One event as it is exported: `data` is the very text that was hashed, `at` whole microseconds since 1970. */
export interface ChainedEvent {
  attemptId: string;
  seq: number;
  at: string;
  kind: string;
  data: string;
  prevHash: string;
  hash: string;
}

export interface BrokenLink {
  attemptId: string;
  seq: number;
  why: string;
}

const hashOf = ({ prevHash, attemptId, seq, at, kind, data }: ChainedEvent): string =>
  createHash('sha256')
    .update([prevHash, attemptId, String(seq), at, kind, data].join('\n'))
    .digest('hex');

/** Follows the chains of attempts, whose events come together and in order, and tells the first link that is broken. */
export class EventChain {
  private last: ChainedEvent | undefined;

  /** @returns what is wrong with this event, if anything is */
  next(event: ChainedEvent): BrokenLink | undefined {
    const before = this.last?.attemptId === event.attemptId ? this.last : undefined;
    this.last = event;
    const why = whyBroken(event, before);
    return why === undefined ? undefined : { attemptId: event.attemptId, seq: event.seq, why };
  }
}

function whyBroken(event: ChainedEvent, before: ChainedEvent | undefined): string | undefined {
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq !== expected) return `event ${expected} is missing`;
  if (event.prevHash !== (before?.hash ?? '')) return 'it does not follow the event before it';
  if (hashOf(event) !== event.hash) return 'its content was changed after it was written';
  return undefined;
}
