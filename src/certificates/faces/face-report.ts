import { z } from 'zod';
import { publicFactsSchema, type PublicFacts } from '../public-facts.js';
import type { Verdict } from '../credential/verdict.js';
import { type Face, faces } from './face.js';

/**
 * What a file is worth: `in_force`; `not_in_force`, genuine but ended, suspended or taken back; `differs` from the record;
 * `unrecorded`, signed here and yet unknown; `foreign`, of another issuer; `not_genuine`.
 */
export const conclusions = ['in_force', 'not_in_force', 'differs', 'unrecorded', 'foreign', 'not_genuine'] as const;
export type Conclusion = (typeof conclusions)[number];

export const faceReportSchema = z.object({
  conclusion: z.enum(conclusions),
  face: z.enum(faces),
  signature: z.object({ fits: z.boolean(), reason: z.string().nullable(), detail: z.string().nullable() }),
  recorded: z.boolean().describe('Whether a certificate with this number was issued here'),
  agrees: z.boolean().describe('Whether the file says what the record says'),
  asPrinted: z
    .boolean()
    .nullable()
    .describe('Of pictures and PDF: whether the whole file is, byte for byte, what is given out here; null: not asked'),
  certificate: publicFactsSchema.nullable().describe('The record, as it is true now'),
});

export type FaceReport = Omit<z.infer<typeof faceReportSchema>, 'certificate'> & { certificate: PublicFacts | null };

interface Findings {
  face: Face;
  verdict: Verdict;
  facts: PublicFacts | undefined;
  agrees: boolean;
  asPrinted: boolean | null;
}

/** Reasons that leave the signature itself in order: what they say is judged by the record, which knows more. */
const afterTheSignature = new Set(['not_yet_valid', 'expired', 'status_unavailable', 'revoked']);

export function conclude({ face, verdict, facts, agrees, asPrinted }: Findings): FaceReport {
  const fits = verdict.verified || afterTheSignature.has(verdict.reason);
  const { reason, detail } = verdict.verified ? { reason: null, detail: null } : verdict;
  const conclusion = (): Conclusion => {
    if (!fits) return reason === 'unknown_issuer' ? 'foreign' : 'not_genuine';
    if (!facts) return 'unrecorded';
    if (!agrees) return 'differs';
    return facts.status === 'valid' ? 'in_force' : 'not_in_force';
  };
  return {
    conclusion: conclusion(),
    face,
    signature: { fits, reason, detail },
    recorded: facts !== undefined,
    agrees,
    asPrinted,
    certificate: facts ?? null,
  };
}
