/** What the server says of a running attempt. */
export interface Clock {
  status: 'live' | 'submitted' | 'expired' | 'ended';
  serverNow: string;
  deadline?: string;
  pausedBy?: 'break' | 'proctor';
  breakEndsAt?: string;
  lease: string;
}

const EVERY = 4_000;

/** The server's clock of an attempt; undefined when it cannot be had. */
export async function readClock(attempt: string): Promise<Clock | undefined> {
  const answer = await fetch(`/api/attempts/${attempt}/clock`, {
    headers: { accept: 'application/json' },
    cache: 'no-store',
  }).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as Clock) : undefined;
}

/** Asks every few seconds while the page is seen, and at once when it is seen again. @returns what ends it */
export function pollClock(attempt: string, told: (clock: Clock) => void): () => void {
  let isOver = false;
  const ask = async () => {
    const clock = document.hidden || isOver ? undefined : await readClock(attempt);
    if (clock && !isOver) told(clock);
  };
  const now = () => void ask();
  const timer = setInterval(now, EVERY);
  document.addEventListener('visibilitychange', now);
  return () => {
    isOver = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', now);
  };
}
