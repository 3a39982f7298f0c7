import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildApp } from './app.js';
import { Courier } from './delivery/courier.js';
import { type Logger, silent } from './logger.js';
import { Store } from './store/store.js';
import { Desk } from './store/work.js';

export interface SandboxOptions {
  /** A migrated database; all state of the stand-in lives in its schema `stripe_sandbox`. */
  databaseUrl: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where browsers reach the payment page, if not at host and port. */
  publicUrl?: string | undefined;
  webhookUrl: string;
  webhookSecret: string;
  /** Whether this process carries the webhooks. */
  deliverWebhooks: boolean;
  logger?: Logger | undefined;
}

export interface RunningSandbox {
  /** Where browsers reach it. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts the stand-in Stripe on a port of its own. */
export async function startStripeSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const logger = options.logger ?? silent;
  const server = createServer();
  const port = await listen(server, options.host, options.port);
  const url = (options.publicUrl ?? `http://${reachable(options.host)}:${port}`).replace(/\/+$/, '');
  const store = new Store(options.databaseUrl, logger);
  const own = { url: options.webhookUrl, secret: options.webhookSecret };
  let courier: Courier | undefined;
  const desk = new Desk(store, url, () => courier?.wake());
  server.on('request', buildApp({ desk, store, own, logger }));
  if (options.deliverWebhooks) courier = new Courier(store, desk, own, logger);
  return {
    url,
    port,
    close: async () => {
      await courier?.stop();
      await stop(server);
      await store.close();
    },
  };
}

/** A name for a host that means every address of this machine. */
const reachable = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host);

const listen = (server: Server, host: string, port: number) =>
  new Promise<number>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      listening((server.address() as AddressInfo).port);
    });
  });

/** Answers under way get two seconds; requests that a fault left hanging are cut. */
const stop = (server: Server) =>
  new Promise<void>((stopped) => {
    const cut = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(cut);
      stopped();
    });
    server.closeIdleConnections();
  });
