import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Problems, readYamlFile } from '../../courses/index.js';
import { pictureId, type PictureFile, planes } from '../../questions/index.js';
import { slug, words } from '../../shared/index.js';

const file = 'procedures.yaml';
const schema = z.strictObject({
  procedures: z
    .array(
      z.strictObject({
        slug,
        title: words(80),
        kind: z.enum(['botulinum-toxin', 'dermal-filler']),
        unit: words(10),
        drawing: z.string().regex(/^[\w-]+\.svg$/, 'name a file of drawings/'),
        alt: words(300),
        depths: z.array(z.enum(planes)).min(1),
      }),
    )
    .min(1),
});

export interface ProcedureContent extends Omit<z.infer<typeof schema>['procedures'][number], 'drawing' | 'alt'> {
  picture: { id: string; alt: string; width: number; height: number };
  file: PictureFile;
}

/**
 * Reads `procedures.yaml` of a content folder; empty when there is none.
 * @throws ContentProblem with every problem found, each with its file and line
 */
export async function readProcedures(folder: string): Promise<ProcedureContent[]> {
  if (!existsSync(join(folder, file))) return [];
  const problems = new Problems();
  const read = await readYamlFile(folder, file, schema, problems);
  problems.throwIfAny();
  const procedures: ProcedureContent[] = [];
  for (const [at, { drawing, alt, ...procedure }] of read!.data.procedures.entries()) {
    const line = read!.lineOf(['procedures', at]);
    if (procedures.some(({ slug: known }) => known === procedure.slug)) problems.add(file, line, 'It is named twice.');
    const text = await readFile(join(folder, 'drawings', drawing), 'utf8').catch(() => '');
    const size = /viewBox="0 0 (\d+) (\d+)"/.exec(text);
    if (!size) {
      problems.add(file, line, `There is no drawing drawings/${drawing} with a viewBox of two whole numbers.`);
      continue;
    }
    const bytes = Buffer.from(text);
    const picture = { id: pictureId(bytes), alt, width: Number(size[1]), height: Number(size[2]) };
    procedures.push({ ...procedure, picture, file: { mediaType: 'image/svg+xml', bytes } });
  }
  problems.throwIfAny();
  return procedures;
}
