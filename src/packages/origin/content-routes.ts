import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { Database } from '../../database/index.js';
import { Clock, Config } from '../../shared/index.js';
import { Assets } from '../../web/index.js';
import { framePage } from './frame-page.js';
import { mediaTypeOf } from './media-types.js';
import { PathToken } from './path-token.js';

const require = createRequire(import.meta.url);
const runtimes = { 'scorm-1.2': 'scorm-again/scorm12/min', 'scorm-2004': 'scorm-again/scorm2004/min' };
const script = 'package-frame.js';

/** What is found on the packages' own address: files of packages, the frame they stand in, and nothing of a person. */
@Injectable()
export class ContentRoutes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly token: PathToken,
    private readonly config: Config,
  ) {}

  handler(): Express {
    const app = express().disable('x-powered-by').disable('etag');
    app.use(compression({ threshold: 4_096 }));
    app.use((_request: Request, response: Response, next: NextFunction) => {
      response.set(this.headers());
      next();
    });
    const assets = new Assets();
    app.use(assets.router());
    for (const [standard, name] of Object.entries(runtimes)) {
      const code = readFileSync(require.resolve(name));
      app.get(`/runtime/${standard}.js`, (_request, response) => {
        response.type('text/javascript').set('cache-control', 'public, max-age=86400').send(code);
      });
      app.get(`/play/${standard}`, (_request, response) => {
        response.type('html').send(this.frame(standard, assets.address(script)));
      });
    }
    app.get('/files/:token/*path', (request, response) => this.file(request, response));
    app.use((_request: Request, response: Response) => void response.status(404).type('text').send('Not found'));
    app.use((_error: unknown, _request: Request, response: Response, _next: NextFunction) => {
      if (response.headersSent) response.destroy();
      else response.status(400).type('text').send('Bad request');
    });
    return app;
  }

  private frame = (standard: string, asset: string): string =>
    framePage({ parent: new URL(this.config.baseUrl).origin, runtime: `/runtime/${standard}.js`, script: asset });

  private async file(request: Request, response: Response): Promise<void> {
    const { token, path } = request.params as unknown as { token: string; path: string[] };
    const packageId = this.token.packageOf(token, await this.clock.now());
    if (!packageId) return void response.status(403).type('text').send('Open the package again from its lesson.');
    const name = path.join('/');
    const kept = name.includes('\u0000')
      ? undefined
      : await this.db.row<{ bytes: Buffer }>(
          `SELECT k.bytes FROM package_files f JOIN kept_files k ON k.sha256 = f.sha256
       WHERE f.package_id = $1 AND f.path = $2`,
          [packageId, name],
        );
    if (!kept) return void response.status(404).type('text').send('Not found');
    // Not by Express, which would say an encoding that the file may not have.
    response.setHeader('content-type', mediaTypeOf(name));
    response.set({ 'accept-ranges': 'bytes', 'cache-control': 'private, max-age=3600' });
    sendPart(request, response, kept.bytes);
  }

  /** Only our own pages frame it, and what is in it reaches nothing but this very place. */
  private headers(): Record<string, string> {
    const here = "'self' 'unsafe-inline' 'unsafe-eval' data: blob:";
    const policy = [
      ...[`default-src ${here}`, "connect-src 'self' data: blob:", "form-action 'self'", "object-src 'none'"],
      ...["base-uri 'self'", `frame-ancestors 'self' ${new URL(this.config.baseUrl).origin}`],
    ];
    return {
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      'cache-control': 'no-store',
      ...(this.config.isSecure && { 'strict-transport-security': 'max-age=31536000' }),
    };
  }
}

/** The whole, or the part that a player of sound and pictures asks for. */
function sendPart(request: Request, response: Response, bytes: Buffer): void {
  const ranges = request.range(bytes.length, { combine: true });
  if (ranges === -1) return void response.status(416).set('content-range', `bytes */${bytes.length}`).end();
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return void response.end(bytes);
  const { start, end } = ranges[0]!;
  response.status(206).set('content-range', `bytes ${start}-${end}/${bytes.length}`);
  response.end(bytes.subarray(start, end + 1));
}
