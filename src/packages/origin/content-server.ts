import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { ContentOrigin } from './content-origin.js';
import { ContentRoutes } from './content-routes.js';

/** Listens on the port of the packages' own address, beside the application, on every node that serves pages. */
@Injectable()
export class ContentServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Packages');
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly origin: ContentOrigin,
    private readonly routes: ContentRoutes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runsWeb) return;
    this.server = createServer(this.routes.handler());
    this.server.requestTimeout = 30_000;
    this.server.headersTimeout = 10_000;
    const { PACKAGES_PORT, PACKAGES_ORIGIN } = this.config.values;
    await this.listen(this.config.packagesPort).catch((error: NodeJS.ErrnoException) => {
      if (PACKAGES_PORT !== undefined || error.code !== 'EADDRINUSE') throw error;
      this.logger.warn(`Port ${this.config.packagesPort} is taken: packages are served on another one.`);
      return this.listen(0);
    });
    const { port } = this.server.address() as AddressInfo;
    if (!PACKAGES_ORIGIN && !this.config.isProduction) this.origin.listensAt(port);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const server = this.server;
    if (!server?.listening) return;
    const closed = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), 2_000);
    await closed;
    clearTimeout(cut);
  }

  private listen(port: number): Promise<void> {
    return new Promise((listening, failed) => {
      this.server!.once('error', failed).listen(port, () => {
        this.server!.off('error', failed);
        listening();
      });
    });
  }
}
