import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';

/** Remembers what was imported last. */
@Injectable()
export class ContentImports {
  constructor(private readonly db: Database) {}

  async isLast(sha256: string): Promise<boolean> {
    const last = await this.db.row<{ sha256: string }>('SELECT sha256 FROM content_imports ORDER BY id DESC LIMIT 1');
    return last?.sha256 === sha256;
  }

  async record(sha256: string): Promise<void> {
    await this.db.rows('INSERT INTO content_imports (id, sha256) VALUES ($1, $2)', [newId(), sha256]);
  }
}

/** One hash of every file below these folders, by its place and its bytes. Read at once: a node does this as it starts. */
export function hashOfFolders(folders: string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      const bytes = readFileSync(file);
      hash.update(`${relative(folder, file)}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}
