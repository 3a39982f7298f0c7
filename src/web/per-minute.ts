const minute = 60_000;
const mostClients = 10_000;

interface Window {
  endsAt: number;
  count: number;
}

/** Counts by client in windows of a minute; forgets the oldest when there are too many clients. `now` is in milliseconds. */
export class PerMinute {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly most: number) {}

  /** 0 while there is room. */
  secondsToWait(client: string, now = performance.now()): number {
    const window = this.windows.get(client);
    return window && window.endsAt > now && window.count >= this.most ? Math.ceil((window.endsAt - now) / 1000) : 0;
  }

  note(client: string, now = performance.now()): void {
    const window = this.windows.get(client);
    if (window && window.endsAt > now) {
      window.count += 1;
      return;
    }
    this.windows.delete(client);
    this.forgetOldest(now);
    this.windows.set(client, { endsAt: now + minute, count: 1 });
  }

  /** Windows stand in the order in which they end. */
  private forgetOldest(now: number): void {
    for (const [client, { endsAt }] of this.windows) {
      if (endsAt > now && this.windows.size < mostClients) return;
      this.windows.delete(client);
    }
  }
}
