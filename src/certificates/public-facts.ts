import { z } from 'zod';
import { certificateStatuses, isPrintable } from './certificate-status.js';
import type { Certificate } from './certificate.queries.js';
import { addresses } from './credential/addresses.js';
import { totalMinutes } from './credential/claim.js';

const instant = z.iso.datetime();

const competenceSchema = z.object({
  cycle: z.int(),
  procedures: z.array(z.object({ slug: z.string(), title: z.string(), signed: z.int() })),
  exams: z.array(z.object({ title: z.string(), passedOn: z.string() })),
  licence: z.object({ profession: z.string(), jurisdiction: z.string(), checkedOn: z.string() }),
  follows: z.string().nullable(),
});

/** All that anybody may know of a certificate who has its number: every printed fact, and what it is worth now. */
export const publicFactsSchema = z.object({
  number: z.string(),
  status: z.enum(certificateStatuses),
  checkedAt: instant,
  holder: z.object({ name: z.string() }),
  award: z.object({
    slug: z.string(),
    kind: z.enum(['completion', 'certification']),
    title: z.string(),
    statement: z.string(),
  }),
  courses: z.array(
    z.object({ slug: z.string(), title: z.string(), edition: z.int(), minutes: z.int(), completedOn: z.string() }),
  ),
  minutes: z.int().describe('Stated length of all courses'),
  competence: competenceSchema.nullable().describe('Of certifications only'),
  issuedAt: instant,
  validUntil: instant.nullable(),
  revokedAt: instant.nullable(),
  suspendedAt: instant.nullable(),
  succeededBy: z.string().nullable().describe('Number of the certificate that took its place'),
  issuer: z.object({ id: z.string(), name: z.string(), url: z.string() }),
  links: z.object({
    page: z.string(),
    credential: z.string(),
    token: z.string(),
    pdf: z.string().nullable(),
    png: z.string().nullable(),
    svg: z.string().nullable(),
  }),
});

/** On the page of one certificate also what was looked up of its licence. */
export const verifiedFactsSchema = publicFactsSchema.extend({
  licenceLastCheckedOn: z.iso.date().nullable().describe('Null when none stands now, and of completions'),
});

type Described = z.infer<typeof publicFactsSchema>;
type Instant = 'checkedAt' | 'issuedAt' | 'validUntil' | 'revokedAt' | 'suspendedAt';

/** As described, with instants that become ISO 8601 only in JSON. */
export type PublicFacts = Omit<Described, Instant> & {
  checkedAt: Date;
  issuedAt: Date;
  validUntil: Date | null;
  revokedAt: Date | null;
  suspendedAt: Date | null;
};

export type VerifiedFacts = PublicFacts & { licenceLastCheckedOn: string | null };

export function publicFacts(certificate: Certificate, baseUrl: string): PublicFacts {
  const { claim, status, checkedAt, issuedAt, validUntil, revokedAt, suspendedAt, succeededBy } = certificate;
  const { slug, kind, title, statement } = claim.award;
  const at = addresses(baseUrl);
  return {
    number: claim.number,
    status,
    checkedAt,
    holder: { name: claim.holderName },
    award: { slug, kind, title, statement },
    courses: claim.courses,
    minutes: totalMinutes(claim),
    competence: claim.competence ?? null,
    issuedAt,
    validUntil,
    revokedAt,
    suspendedAt,
    succeededBy,
    issuer: claim.issuer,
    links: {
      page: at.verify(claim.number),
      credential: at.credential(claim.number),
      token: at.token(claim.number),
      pdf: isPrintable(status) ? at.pdf(claim.number) : null,
      png: isPrintable(status) ? at.picture(claim.number, 'png') : null,
      svg: isPrintable(status) ? at.picture(claim.number, 'svg') : null,
    },
  };
}

/** LinkedIn's form for a new entry under licences and certifications, filled in. */
export function linkedInAddress({ award, issuer, number, issuedAt, validUntil, links }: PublicFacts): string {
  const dated = (name: string, at: Date) => ({
    [`${name}Year`]: String(at.getUTCFullYear()),
    [`${name}Month`]: String(at.getUTCMonth() + 1),
  });
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: award.kind === 'completion' ? `${award.title} (certificate of completion)` : award.title,
    organizationName: issuer.name,
    ...dated('issue', issuedAt),
    ...(validUntil && dated('expiration', validUntil)),
    certUrl: links.page,
    certId: number,
  });
  return `https://www.linkedin.com/profile/add?${query.toString()}`;
}
