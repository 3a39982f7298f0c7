import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportBundles, SeedDemoMarkets, SeedDemoOffer, SeedDemoTerms } from '../bundles/index.js';
import { ImportAwards } from '../certificates/index.js';
import { ContentImports, hashOfFolders, ImportContent, NotMovedOn, readContent } from '../courses/index.js';
import { ImportBooks } from '../ebooks/index.js';
import { ImportEligibility, ImportProcedures, SeedDemoPractice } from '../eligibility/index.js';
import { ImportPools } from '../questions/index.js';
import { ImportQuizzes } from '../quizzes/index.js';
import type { Config } from '../shared/index.js';
import { EnsurePerson } from '../users/index.js';
import { demoPassword, demoPeople } from './demo-people.js';

/** `content/` of this checkout, both from the sources and from the build in `dist`. */
export const shippedContent = ['../../content', '../../../content']
  .map((folder) => join(import.meta.dirname, folder))
  .find((folder) => existsSync(folder))!;

/** The rooms whose code decides what content becomes. */
const readers = ['courses', 'questions', 'quizzes', 'bundles', 'eligibility', 'certificates', 'ebooks'].map((room) =>
  join(import.meta.dirname, '..', room),
);

/** Imports one content folder into every room that teaches, sells or awards; unchanged content changes nothing. */
export async function importContent(app: INestApplicationContext, folder: string): Promise<string[]> {
  const imports = app.get(ContentImports);
  const sha256 = hashOfFolders([folder, ...readers]);
  if (await imports.isLast(sha256)) return [];
  const content = await app.get(NotMovedOn).of(await readContent(folder));
  const report = await app.get(ImportContent).execute(content);
  await app.get(ImportPools).execute(content.pools, content.drawings);
  await app.get(ImportQuizzes).execute(content);
  await app.get(ImportBundles).execute(content);
  await app.get(ImportEligibility).execute(folder);
  await app.get(ImportProcedures).execute(folder);
  await app.get(ImportAwards).execute(content);
  report.push(...(await app.get(ImportBooks).execute(folder)));
  await imports.record(sha256);
  return report;
}

/** The shipped catalogue and, in demo mode, its people and its offer. */
export async function prepareContent(app: INestApplicationContext, config: Config): Promise<void> {
  await importContent(app, shippedContent);
  if (!config.demo) return;
  for (const person of demoPeople) await app.get(EnsurePerson).execute({ ...person, password: demoPassword });
  await app.get(SeedDemoOffer).execute();
  await app.get(SeedDemoMarkets).execute();
  await app.get(SeedDemoTerms).execute();
  const demo = (account: string) => demoPeople.find(({ email }) => email.startsWith(`${account}@`))!.email;
  await app
    .get(SeedDemoPractice)
    .execute({ admin: demo('admin'), preceptor: demo('preceptor'), learner: demo('learner') });
}
