import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { type EligibilityContent, readEligibility } from './scope-content.js';

/** Brings professions, scope of practice and what needs a licence in. A profession that once stood stays. */
@Injectable()
export class ImportEligibility {
  constructor(private readonly db: Database) {}

  /** @param folder a content folder. @throws ContentProblem */
  async execute(folder: string): Promise<void> {
    const content = await readEligibility(folder);
    if (!content) return;
    await this.db.transaction(async (tx) => {
      await tx.lock('eligibility.import');
      await keepProfessions(tx, content);
      await tx.rows('DELETE FROM licensed_products');
      await tx.rows('INSERT INTO licensed_products (product_slug) SELECT DISTINCT unnest($1::text[])', [
        content.licensedProducts,
      ]);
      await keepRules(tx, content);
    });
  }
}

const keepProfessions = (tx: Tx, { professions }: EligibilityContent) =>
  tx.rows(
    `INSERT INTO professions (slug, title, position)
     SELECT * FROM unnest($1::text[], $2::text[]) WITH ORDINALITY
     ON CONFLICT ON CONSTRAINT pk_professions DO UPDATE SET title = excluded.title, position = excluded.position`,
    [professions.map(({ slug }) => slug), professions.map(({ title }) => title)],
  );

async function keepRules(tx: Tx, { rules }: EligibilityContent): Promise<void> {
  await tx.rows('DELETE FROM scope_rules');
  await tx.rows(
    `INSERT INTO scope_rules (profession, jurisdiction, procedure, allowance, source, reviewed_on, note)
     SELECT profession, jurisdiction, procedure, allowance, source, "reviewedOn", note
     FROM jsonb_to_recordset($1::jsonb) AS r (profession text, jurisdiction text, procedure text, allowance text,
       source text, "reviewedOn" date, note text)`,
    [JSON.stringify(rules)],
  );
}
