import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../../test/support/databases.js';
import { ContentImports, hashOfFolders } from './content-imports.js';

describe('what was imported last', () => {
  it('is known by its hash, and only the last one is', async () => {
    const database = await testDatabase();
    try {
      const imports = new ContentImports(database.db);
      const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
      expect(await imports.isLast(one)).toBe(false);
      await imports.record(one);
      expect(await imports.isLast(one)).toBe(true);
      await imports.record(two);
      expect([await imports.isLast(one), await imports.isLast(two)]).toEqual([false, true]);
    } finally {
      await database.close();
    }
  });

  it('changes with a byte, with a name, with the place of a file, and with nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'content-'));
    try {
      await mkdir(join(folder, 'in'));
      await writeFile(join(folder, 'a.md'), 'text');
      const seen = [hashOfFolders([folder])];
      expect(hashOfFolders([folder])).toBe(seen[0]);
      await writeFile(join(folder, 'a.md'), 'texT');
      seen.push(hashOfFolders([folder]));
      await rename(join(folder, 'a.md'), join(folder, 'b.md'));
      seen.push(hashOfFolders([folder]));
      await rename(join(folder, 'b.md'), join(folder, 'in', 'b.md'));
      seen.push(hashOfFolders([folder]));
      expect(new Set(seen).size).toBe(4);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
