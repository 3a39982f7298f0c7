import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, newId, randomToken } from '../../shared/index.js';

/** What session cookies are signed with: given by the operator, or made once and kept in the data folder. */
export function sessionSecret(config: Config): string {
  return config.values.SESSION_SECRET ?? keptSecret(config.values.DATA_DIR);
}

/** Two processes may start at once: the link appears whole or not at all, and the first one wins. */
function keptSecret(folder: string): string {
  const file = join(folder, 'session.secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(folder, { recursive: true });
  }
  const draft = `${file}.${newId()}`;
  writeFileSync(draft, randomToken(), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
