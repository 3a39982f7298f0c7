import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { AuthoredQuestion } from '../authored.js';
import { nameStays, noSuchPool, pictureUnknown, questionTaken, typeStays, versionChanged } from './bank.errors.js';
import { lockQuestion } from './lock-question.js';
import { addVersions } from './put-questions.js';
import { splitQuestion } from './split-question.js';

export interface Draft {
  pool: string;
  /** The question that changes; without it, a new one is written. */
  slug?: string;
  /** The version that the author had before them. */
  base?: number;
  question: AuthoredQuestion;
  personId: string;
}

/** Writes the next version of a question. It is drawn once somebody else has approved it; papers keep what they have. */
@Injectable()
export class SaveDraft {
  constructor(private readonly db: Database) {}

  /** @throws not_found, picture_unknown, question_taken, version_changed, question_renamed, question_type_changed */
  async execute(draft: Draft): Promise<{ slug: string }> {
    const stored = { versionId: newId(), ...splitQuestion(draft.question) };
    await this.db.transaction(async (tx) => {
      await requirePictures(tx, draft.question);
      const poolId = draft.slug === undefined ? await create(tx, draft) : await change(tx, draft, draft.slug);
      await addVersions(tx, poolId, [stored], draft.personId);
    });
    return { slug: stored.slug };
  }
}

async function create(tx: Tx, { pool, question, personId }: Draft): Promise<string> {
  const found = await tx.row<{ id: string }>('SELECT id FROM pools WHERE slug = $1', [pool]);
  if (!found) throw noSuchPool();
  try {
    await tx.rows('INSERT INTO questions (id, pool_id, slug, created_by) VALUES ($1, $2, $3, $4)', [
      ...[newId(), found.id, question.id, personId],
    ]);
  } catch (error) {
    if (isUniqueViolation(error, 'uq_questions_pool_slug')) throw questionTaken();
    throw error;
  }
  return found.id;
}

async function change(tx: Tx, { pool, base, question }: Draft, slug: string): Promise<string> {
  const { poolId, latest } = await lockQuestion(tx, pool, slug);
  if (latest.number !== base) throw versionChanged(latest.number);
  if (question.id !== slug) throw nameStays();
  if (question.type !== latest.type) throw typeStays();
  return poolId;
}

/** A question never points at a picture that is not there. */
async function requirePictures(tx: Tx, question: AuthoredQuestion): Promise<void> {
  const named = [question, ...(question.type === 'vignette' ? question.parts : [])].flatMap(({ picture }) =>
    picture ? ('id' in picture ? [picture.id] : [null]) : [],
  );
  const found = await tx.rows('SELECT FROM pictures WHERE id = ANY ($1::uuid[])', [named]);
  if (found.length < new Set(named).size) throw pictureUnknown();
}
