import { z } from 'zod';

// Verifiable Credentials Data Model 2.0, https://www.w3.org/TR/vc-data-model-2.0/: what JSON-LD alone does not refuse.
const base = 'https://www.w3.org/ns/credentials/v2';
const url = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s]+$/i, 'must be a URL');
const instant = z
  .string()
  .regex(/^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, 'must be a date with time and zone');
const context = z.tuple([z.literal(base)], z.union([url, z.record(z.string(), z.unknown())]));
const typeOf = (wanted: string) =>
  z
    .union([z.string(), z.array(z.string()).min(1)])
    .refine((types) => [types].flat().includes(wanted), `must include ${wanted}`);
const anyType = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
const typed = z.looseObject({ type: anyType, id: url.optional() });
const identified = z.looseObject({ type: anyType, id: url });
const word = z.strictObject({
  '@value': z.string(),
  '@language': z.string().optional(),
  '@direction': z.enum(['ltr', 'rtl']).optional(),
});
const text = z.union([z.string(), word, z.array(word).min(1)]);
const party = z.union([url, z.looseObject({ id: url, name: text.optional(), description: text.optional() })]);
const subject = z.looseObject({ id: url.optional() }).refine((object) => Object.keys(object).length > 0, 'is empty');
const resource = z
  .looseObject({ id: url, digestSRI: z.string().optional(), digestMultibase: z.string().optional() })
  .refine(({ digestSRI, digestMultibase }) => digestSRI ?? digestMultibase, 'needs a digest');

/** A credential before it is signed. */
export const credentialModel = z
  .looseObject({
    '@context': context,
    id: url.optional(),
    type: typeOf('VerifiableCredential'),
    name: text.optional(),
    description: text.optional(),
    issuer: party,
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    credentialSubject: oneOrMore(subject),
    credentialStatus: oneOrMore(typed).optional(),
    credentialSchema: oneOrMore(identified).optional(),
    refreshService: oneOrMore(typed).optional(),
    termsOfUse: oneOrMore(typed).optional(),
    evidence: oneOrMore(typed).optional(),
    relatedResource: z
      .array(resource)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'names a resource twice')
      .optional(),
  })
  .refine(
    ({ validFrom, validUntil }) => !validFrom || !validUntil || Date.parse(validFrom) <= Date.parse(validUntil),
    'validUntil is before validFrom',
  );

const proven = z.looseObject({ proof: oneOrMore(z.looseObject({ type: z.string() })) });

/** A signed credential. */
export const signedCredentialModel = credentialModel.and(proven);

/** A presentation of credentials, signed or not. */
export const presentationModel = z.looseObject({
  '@context': context,
  id: url.optional(),
  type: typeOf('VerifiablePresentation'),
  holder: party.optional(),
  verifiableCredential: oneOrMore(signedCredentialModel).optional(),
  proof: oneOrMore(z.looseObject({ type: z.string() })).optional(),
});
