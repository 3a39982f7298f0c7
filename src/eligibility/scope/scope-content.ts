import { z } from 'zod';
import { entries, Problems, readYamlFile } from '../../courses/index.js';
import { slug, words } from '../../shared/index.js';
import { jurisdictions } from '../licences/jurisdictions.js';

const professionsFile = 'professions.yaml';

const professionsSchema = z.strictObject({
  professions: z.array(z.strictObject({ slug, title: words(80) })).min(1),
  licensedProducts: z.array(slug).default([]),
});

export const allowances = ['allowed', 'supervised', 'not'] as const;
export type Allowance = (typeof allowances)[number];

const day = z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date());
const scopeSchema = z.strictObject({
  jurisdiction: z.string().refine((code) => jurisdictions.has(code), 'this is no place that gives licences'),
  reviewedOn: day,
  rules: z.array(
    z.strictObject({
      professions: z.array(slug).min(1),
      procedures: z.array(slug).min(1),
      allowance: z.enum(allowances),
      source: words(300),
      note: words(500),
    }),
  ),
});

export interface ScopeRuleContent {
  profession: string;
  jurisdiction: string;
  procedure: string;
  allowance: Allowance;
  source: string;
  /** YYYY-MM-DD */
  reviewedOn: string;
  note: string;
}

export interface EligibilityContent extends z.infer<typeof professionsSchema> {
  rules: ScopeRuleContent[];
}

/**
 * Reads `professions.yaml` and `scope/*.yaml` of a content folder; undefined when it has neither.
 * @throws ContentProblem with every problem found, each with its file and line
 */
export async function readEligibility(folder: string): Promise<EligibilityContent | undefined> {
  const problems = new Problems();
  const isThere = (await entries(folder, '.', '.yaml', problems)).some(({ file }) => file.endsWith(professionsFile));
  if (!isThere) return undefined;
  const read = await readYamlFile(folder, professionsFile, professionsSchema, problems);
  const known = new Set(read?.data.professions.map((profession) => profession.slug));
  const rules = await readRules(folder, known, problems);
  problems.throwIfAny();
  return { ...read!.data, rules };
}

async function readRules(folder: string, known: Set<string>, problems: Problems): Promise<ScopeRuleContent[]> {
  const said = new Map<string, ScopeRuleContent>();
  for (const { file } of await entries(folder, 'scope', '.yaml', problems)) {
    const scope = await readYamlFile(folder, file, scopeSchema, problems);
    if (!scope) continue;
    const { jurisdiction, reviewedOn, rules } = scope.data;
    rules.forEach(({ professions, procedures, ...rule }, at) => {
      const line = scope.lineOf(['rules', at]);
      for (const profession of professions) {
        if (!known.has(profession)) problems.add(file, line, `There is no profession "${profession}".`);
        for (const procedure of procedures) {
          const key = `${profession} ${jurisdiction} ${procedure}`;
          if (said.has(key)) problems.add(file, line, `What holds for ${profession} and ${procedure} is said twice.`);
          said.set(key, { profession, jurisdiction, procedure, reviewedOn, ...rule });
        }
      }
    });
  }
  return [...said.values()];
}
