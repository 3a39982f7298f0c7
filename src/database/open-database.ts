import type { Config } from '../shared/index.js';

export interface OpenedDatabase {
  /** As the application: what is append-only cannot be changed. */
  url: string;
  /** As the owner of the tables, for migrations. The same where the operator gave one login only. */
  ownerUrl: string;
  /** Stops what this process started; call it after every pool is closed. */
  close(): Promise<void>;
}

/** The database the configuration names, or, on a machine without one, a real PostgreSQL kept in the data folder. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  const { DATABASE_URL, OWNER_DATABASE_URL, DATA_DIR } = config.values;
  if (DATABASE_URL)
    return { url: DATABASE_URL, ownerUrl: OWNER_DATABASE_URL ?? DATABASE_URL, close: () => Promise.resolve() };
  // Loaded only here: a deployment with its own database never touches the embedded one.
  const { openEmbedded } = await import('./embedded.js');
  return openEmbedded(DATA_DIR);
}
