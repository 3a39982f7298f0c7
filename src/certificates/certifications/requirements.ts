import { z } from 'zod';

const hours = z.number();

/** What a certification asks for, as its award keeps it. Months are calendar months; hours are of continuing education. */
export const requirementsSchema = z.object({
  courses: z.array(z.string()),
  /** Quizzes to pass, by slug. */
  exams: z.array(z.string()),
  /** How old a passed exam may be when it counts; without it, any age. */
  examMonths: z.int().optional(),
  /** Professions of which one needs a standing licence. */
  professions: z.array(z.string()),
  practice: z.array(z.object({ procedure: z.string(), count: z.int() })),
  evaluation: z.boolean(),
  validMonths: z.int(),
  /** How many impartial people decide; 0 when meeting the requirements is the decision. */
  eyes: z.int(),
  renewal: z.object({
    hours,
    byProfession: z.record(z.string(), hours),
    /** Least hours in a category. */
    categories: z.record(z.string(), hours),
    /** How long before the end one may renew. */
    windowMonths: z.int(),
  }),
});
export type Requirements = z.infer<typeof requirementsSchema>;

export interface Certification {
  id: string;
  slug: string;
  title: string;
  statement: string;
  requirements: Requirements;
}
