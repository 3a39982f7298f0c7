import type { NestExpressApplication } from '@nestjs/platform-express';
import { openDatabase, migrate } from '../database/index.js';
import type { Config } from '../shared/index.js';
import { drain } from './drain.js';
import { startPayments } from './payments.js';

export interface Running {
  app: NestExpressApplication;
  url: string;
  sandboxUrl: string | undefined;
  close(): Promise<void>;
}

/** Brings one node up: database, migrations, payments, application, content. Undoes what it did if a step fails. */
export async function boot(config: Config): Promise<Running> {
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    // The application loads while the database starts.
    const [database, { createApp }] = await Promise.all([openDatabase(config), import('./create-app.js')]);
    undo.push(() => database.close());
    await migrate(database.ownerUrl, database.url);
    const payments = await startPayments(config, database.ownerUrl);
    undo.push(() => payments.close());
    const app = await createApp(config, database.url, payments.connection);
    undo.push(() => app.close());
    if (config.runsWeb) undo.push(() => drain(app));
    await app.init();
    const { prepareContent } = await import('./prepare-content.js');
    await prepareContent(app, config);
    if (config.runsWeb) await app.listen(config.values.PORT);
    return { app, url: config.baseUrl, sandboxUrl: payments.sandboxUrl, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
