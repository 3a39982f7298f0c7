import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** `take` · `refuse` says 500 · `gone` says 410 · `redirect` sends to `/elsewhere` · `hang` never answers · `late` says 200 after a second · `hang-up` closes. */
export type HookMood = 'take' | 'refuse' | 'gone' | 'redirect' | 'hang' | 'late' | 'hang-up';

/** A receiver of webhooks: keeps what it is given, in the mood a test wants. */
export class HookServer {
  readonly received: Received[] = [];
  mood: HookMood = 'take';
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString();
        this.received.push({ method: request.method!, path: request.url!, headers: request.headers, body });
        if (this.mood === 'hang') return;
        if (this.mood === 'hang-up') return void request.socket.destroy();
        const status = { refuse: 500, gone: 410, redirect: 302 }[this.mood as string] ?? 200;
        if (status === 302) response.setHeader('location', '/elsewhere');
        setTimeout(() => response.writeHead(status).end('{}'), this.mood === 'late' ? 1_000 : 0);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }
}
