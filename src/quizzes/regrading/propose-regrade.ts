import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Database, type Tx } from '../../database/index.js';
import { questionType, type StoredBody, type TypeName } from '../../questions/index.js';
import { newId, words } from '../../shared/index.js';
import { policies } from './regrade-mark.js';
import { markedByExaminer, questionUnknown, versionDiffers, versionUnknown } from './regrading.errors.js';

const emptyIsUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const newRegrade = z.strictObject({
  question: z.string().trim().max(200).describe('pool/question'),
  part: emptyIsUnset(z.string().max(80)).describe('Of a case: the question it is about; all of them without'),
  policy: z.enum(policies),
  version: emptyIsUnset(z.coerce.number().int().min(1)).describe('Whose key marks again, for rescore and best'),
  lowers: z
    .union([z.boolean(), z.literal('yes').transform(() => true)])
    .default(false)
    .describe('May take a pass away'),
  reason: words(500),
});
export type NewRegrade = z.output<typeof newRegrade>;

interface Version {
  id: string;
  number: number;
  type: TypeName | 'vignette';
  body: StoredBody;
  approved: boolean;
}

/** Proposes to mark a question again. Nothing changes before somebody else commits what the dry run shows. */
@Injectable()
export class ProposeRegrade {
  constructor(private readonly db: Database) {}

  /** @throws question_unknown, version_unknown, version_differs, marked_by_examiner */
  execute(regrade: NewRegrade, personId: string): Promise<{ id: string }> {
    const id = newId();
    const [pool, slug] = regrade.question.split('/');
    return this.db.transaction(async (tx) => {
      const question = await tx.row<{ id: string }>(
        'SELECT q.id FROM questions q JOIN pools p ON p.id = q.pool_id WHERE p.slug = $1 AND q.slug = $2',
        [pool, slug ?? ''],
      );
      if (!question) throw questionUnknown();
      const versionId = await keyVersion(tx, question.id, regrade);
      await tx.rows(
        `INSERT INTO regrades (id, question_id, part, policy, version_id, lowers, reason, proposed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[id, question.id, regrade.part ?? null, regrade.policy, versionId],
          ...[regrade.lowers, regrade.reason, personId],
        ],
      );
      return { id };
    });
  }
}

/** The version whose key marks again, if the policy needs one and it fits the old answers. */
async function keyVersion(tx: Tx, questionId: string, { policy, version }: NewRegrade): Promise<string | null> {
  if (policy !== 'rescore' && policy !== 'best') return null;
  const versions = await tx.rows<Version>(
    `SELECT v.id, v.number, v.type, v.body, a.question_version_id IS NOT NULL AS approved
     FROM question_versions v LEFT JOIN approvals a ON a.question_version_id = v.id WHERE v.question_id = $1`,
    [questionId],
  );
  const chosen = versions.find((each) => each.number === version && each.approved);
  if (!chosen) throw versionUnknown();
  if (shapeOf(chosen).some(({ manual }) => manual)) throw markedByExaminer();
  const asked = versions.filter(({ approved }) => approved);
  if (!asked.every((each) => isDeepStrictEqual(shapeOf(each), shapeOf(chosen)))) throw versionDiffers();
  return chosen.id;
}

/** What a key needs to fit answers that were given to another version. */
function shapeOf({ type, body }: Pick<Version, 'type' | 'body'>) {
  const questions = type === 'vignette' ? body.parts!.map((part) => ({ ...part })) : [{ id: '', type, body }];
  return questions.map(({ id, type: name, body: each }) => ({
    ...{ id, type: name, manual: questionType(name).manual === true },
    parts: questionType(name).parts(each).sort(),
    drawn: Object.keys((each as StoredBody & { draw?: object }).draw ?? {}).sort(),
  }));
}
