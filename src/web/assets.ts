import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import express, { type Router } from 'express';

const here = import.meta.dirname;
// Tests run the sources; scripts for the browser exist only where the build put them.
const browser = here.includes('/dist/') ? join(here, 'browser') : join(here, '../../dist/src/web/browser');
const require = createRequire(import.meta.url);
const imports = /(\bfrom\s*['"])\.\/([\w-]+\.js)(?=['"])/g;
/** Scripts that stand between a page and the network may do so for more than the folder they lie in. */
const isWorker = /-worker\.\w+\.js$/;
const forever = 'public, max-age=31536000, immutable';

interface Asset {
  path: string;
  type: string;
  body: Buffer;
}

/** Style sheet, scripts and fonts: read once, served from memory under names that change with their content. */
export class Assets {
  private readonly byName = new Map<string, Asset>();
  private readonly byPath = new Map<string, Asset>();

  constructor() {
    this.add('app.css', 'text/css; charset=utf-8', Buffer.concat(filesIn(join(here, 'styles'), '.css').map(read)));
    for (const file of filesIn(browser, '.js')) this.addScript(basename(file));
  }

  /** The address of an asset by its plain name. @throws when there is none: a page may not point nowhere. */
  address(name: string): string {
    const asset = this.byName.get(name);
    if (!asset) throw new Error(`There is no asset named ${name}`);
    return asset.path;
  }

  router(): Router {
    const router = express.Router();
    for (const font of ['inter', 'source-serif-4']) {
      const folder = dirname(require.resolve(`@fontsource-variable/${font}/package.json`));
      router.use('/assets/fonts', express.static(join(folder, 'files'), { immutable: true, maxAge: '1y' }));
    }
    router.get('/assets/:file', (request, response, next) => {
      const asset = this.byPath.get(request.path);
      if (!asset) return next();
      if (isWorker.test(asset.path)) response.setHeader('Service-Worker-Allowed', '/');
      response.setHeader('Content-Type', asset.type).setHeader('Cache-Control', forever).end(asset.body);
    });
    return router;
  }

  /** A module, after those it imports: inside it they stand under their own addresses. */
  private addScript(name: string): void {
    if (this.byName.has(name)) return;
    const text = readFileSync(join(browser, name), 'utf8').replace(imports, (_all, before: string, other: string) => {
      this.addScript(other);
      return `${before}${this.address(other)}`;
    });
    this.add(name, 'text/javascript; charset=utf-8', Buffer.from(text));
  }

  private add(name: string, type: string, body: Buffer): void {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const asset = { path: `/assets/${name.replace(/(\.\w+)$/, `.${hash}$1`)}`, type, body };
    this.byName.set(name, asset);
    this.byPath.set(asset.path, asset);
  }
}

const read = (file: string) => readFileSync(file);

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
