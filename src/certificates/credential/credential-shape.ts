import { z } from 'zod';

/** What every verification reads of a credential, however it was signed. */
export const credentialShape = z.looseObject({
  id: z.string().optional(),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() }).transform((issuer) => issuer.id)]),
  validFrom: z.iso.datetime({ offset: true }).optional(),
  validUntil: z.iso.datetime({ offset: true }).optional(),
  credentialStatus: z
    .strictObject({
      id: z.string().optional(),
      type: z.literal('BitstringStatusListEntry'),
      statusPurpose: z.literal('revocation'),
      statusListIndex: z.string().regex(/^(0|[1-9]\d{0,8})$/),
      statusListCredential: z.url(),
    })
    .optional(),
});

export type ReadCredential = z.output<typeof credentialShape>;

const proofShape = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  created: z.iso.datetime({ offset: true }),
  verificationMethod: z.string(),
  proofValue: z.string(),
});

/** A credential with one embedded proof, alone or in an array as Open Badges wants it. */
export const provenShape = credentialShape.extend({
  proof: z.union([z.tuple([proofShape]).transform(([proof]) => proof), proofShape]),
});

export const statusListShape = z.looseObject({
  id: z.string(),
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  credentialSubject: z.looseObject({ statusPurpose: z.literal('revocation'), encodedList: z.string() }),
});
