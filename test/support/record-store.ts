import { createServer, type IncomingMessage, type Server } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { AddressInfo } from 'node:net';
import { faultsOf } from './xapi-rules.js';

export type StoreMood = 'store' | 'fail' | 'forget-to-answer';

/** A learning record store of xAPI 1.0.3, small: takes statements by PUT, by the rules of the specification. */
export class RecordStoreServer {
  readonly statements = new Map<string, any>();
  /** Every request, with what was answered and why. */
  readonly log: { status: number; why: string }[] = [];
  mood: StoreMood = 'store';
  credentials = 'school:pass:word';
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const [status, why] = this.answer(request, Buffer.concat(pieces).toString());
        this.log.push({ status, why });
        if (this.mood === 'forget-to-answer') return void request.socket.destroy();
        response.writeHead(status, { 'x-experience-api-version': '1.0.3' }).end(why);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/xapi`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private answer(request: IncomingMessage, body: string): [number, string] {
    const url = new URL(request.url!, 'http://store');
    if (this.mood === 'fail') return [503, 'later'];
    const expected = `Basic ${Buffer.from(this.credentials).toString('base64')}`;
    if (request.headers.authorization !== expected) return [401, 'credentials'];
    if (request.headers['x-experience-api-version'] !== '1.0.3') return [400, 'version'];
    if (url.pathname !== '/xapi/statements' || request.method !== 'PUT') return [404, 'only PUT /statements'];
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return [400, 'content type'];
    const id = url.searchParams.get('statementId');
    const others = [...url.searchParams.keys()].filter((name) => name !== 'statementId');
    if (!id || others.length > 0) return [400, 'parameters'];
    return this.keep(id, JSON.parse(body));
  }

  private keep(id: string, statement: any): [number, string] {
    const faults = [...faultsOf(statement), ...(statement.id === id ? [] : ['id: is not that of the address'])];
    if (faults.length > 0) return [400, faults.join('; ')];
    const known = this.statements.get(id);
    if (known && !isDeepStrictEqual(known, statement)) return [409, 'another statement has this id'];
    this.statements.set(id, statement);
    return [204, ''];
  }
}
