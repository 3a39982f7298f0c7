// What of a video was played, told to the server every few seconds until it counts.
export type Span = [from: number, to: number];

export interface Told {
  length: number;
  position: number;
  speed: number;
  seen: Span[];
  needed: number;
  skip: boolean;
  completed: boolean;
}

export interface Kept {
  seen: Span[];
  seenFor: number;
  needed: number;
  completed: boolean;
}

interface Unsent {
  position: number;
  at: number;
  speed: number;
  spans: Span[];
}

const every = 10_000;
const slack = 1_000;

export class VideoWatch {
  private spans: Span[] = [];
  private last: number | undefined;
  private isSending = false;
  private wasMoved = false;
  /** Not before the player is where it was left: until then its place says nothing. */
  private hasBegun = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly api: string,
    private seen: Span[],
    private readonly heard: (kept: Kept) => void,
  ) {
    video.addEventListener('timeupdate', () => this.tick());
    for (const name of ['seeking', 'emptied']) video.addEventListener(name, () => (this.last = undefined));
    // The server counts from when it first hears of it.
    for (const name of ['play', 'pause', 'ended', 'ratechange', 'seeked'])
      video.addEventListener(name, () => {
        if (name === 'pause' || name === 'ended') this.tick();
        this.wasMoved ||= this.hasBegun && name !== 'ratechange';
        void this.send();
      });
    setInterval(() => void (video.paused || this.send()), every);
    addEventListener('pagehide', () => void (this.wasMoved && this.send(true)));
    addEventListener('online', () => void this.send());
    const unsent = this.unsent();
    if (unsent) void this.put({ ...unsent, age: Math.max(0, Date.now() - unsent.at) });
  }

  /** How far one came without leaving anything out. Milliseconds. */
  get reach(): number {
    const whole = united([...this.seen, ...this.spans]);
    return whole[0] && whole[0][0] <= slack ? whole[0][1] : 0;
  }

  begin(): void {
    this.hasBegun = true;
  }

  private tick(): void {
    const now = Math.round(this.video.currentTime * 1000);
    if (this.video.seeking) return;
    if (this.last !== undefined && now > this.last) this.spans = united([...this.spans, [this.last, now]]);
    this.last = this.video.paused ? undefined : now;
  }

  private async send(isLast = false): Promise<void> {
    if (!this.hasBegun || (this.isSending && !isLast)) return;
    const { currentTime, playbackRate } = this.video;
    const told = { position: Math.round(currentTime * 1000), speed: playbackRate, spans: this.spans.slice(0, 200) };
    await this.put({ ...told, at: Date.now(), age: 0 }, isLast);
  }

  private async put({ at, age, ...told }: Unsent & { age: number }, keepalive = false): Promise<void> {
    this.isSending = true;
    try {
      const body = JSON.stringify({ ...told, age });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(this.api, { method: 'PUT', headers, body, keepalive });
      if (!answer.ok) throw new Error(String(answer.status));
      const kept = (await answer.json()) as Kept;
      this.seen = kept.seen;
      this.spans = this.spans.flatMap((span) => without(span, kept.seen));
      this.keep(undefined);
      this.heard(kept);
    } catch {
      this.keep({ ...told, at });
    } finally {
      this.isSending = false;
    }
  }

  private keep(unsent: Unsent | undefined): void {
    try {
      if (unsent) localStorage.setItem(`video ${this.api}`, JSON.stringify(unsent));
      else localStorage.removeItem(`video ${this.api}`);
    } catch {
      // Without storage it is told again as long as the page is open.
    }
  }

  private unsent(): Unsent | undefined {
    try {
      return (JSON.parse(localStorage.getItem(`video ${this.api}`) ?? 'null') as Unsent | null) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

function united(spans: Span[]): Span[] {
  const whole: Span[] = [];
  for (const [from, to] of spans.filter((span) => span[1] > span[0]).toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

function without([from, to]: Span, others: Span[]): Span[] {
  const left: Span[] = [];
  let at = from;
  for (const [start, end] of others) {
    if (end <= at || start >= to) continue;
    if (start > at) left.push([at, start]);
    at = end;
  }
  return at < to ? [...left, [at, to]] : left;
}
