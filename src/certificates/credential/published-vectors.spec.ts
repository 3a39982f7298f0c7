import { didDocument } from '../signing/did-web.js';
import { seedSigner } from '../signing/seed-signer.js';
import { signCredential } from './sign-credential.js';
import { verifyCredential } from './verify-credential.js';

/** Signs and verifies as everywhere else here: one configuration, and the published bytes come out. */
async function signedLike(vector: {
  controller: string;
  seed: string;
  created: string;
  credential: object;
  contexts?: Map<string, object>;
}) {
  const { controller, seed, created, credential, contexts } = vector;
  const signer = await seedSigner(Buffer.from(seed, 'hex'), controller);
  const signed = await signCredential(credential, signer, new Date(created), { contexts });
  const verdict = await verifyCredential(signed, {
    now: new Date('2026-01-01'),
    did: () => didDocument(controller, [signer.published]),
    statusList: () => Promise.resolve(undefined),
    contexts,
  });
  return { proof: signed.proof[0], verdict };
}

// https://www.w3.org/TR/vc-di-eddsa/, section B.1: the credential, the key pair and the signature of eddsa-rdfc-2022.
const w3c = {
  controller: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  seed: 'c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6',
  created: '2023-02-24T23:36:38Z',
  credential: {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  },
  contexts: new Map([
    [
      'https://www.w3.org/ns/credentials/examples/v2',
      { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
    ],
  ]),
};

// https://www.imsglobal.org/spec/ob/v3p0/impl/, "Linked Data Proof Test Vector for Open Badges 3.0".
const openBadges = {
  controller: 'https://example.edu/issuers/565049',
  seed: '6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4',
  created: '2010-01-01T19:23:24Z',
  credential: {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'http://example.com/credentials/3527',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: {
      id: 'https://example.edu/issuers/565049',
      type: ['Profile'],
      url: 'https://www.imsglobal.org',
      name: 'Example Corp',
    },
    validFrom: '2010-01-01T00:00:00Z',
    name: 'Teamwork Badge',
    credentialSubject: {
      id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://example.com/achievements/21st-century-skills/teamwork',
        type: ['Achievement'],
        criteria: {
          narrative:
            'Team members are nominated for this badge by their peers and recognized upon review by Example Corp management.',
        },
        description: 'This badge recognizes the development of the capacity to collaborate within a group environment.',
        name: 'Teamwork',
      },
    },
  },
};

describe('published test vectors', () => {
  it('of the W3C are signed to the same bytes', async () => {
    const { proof } = await signedLike(w3c);
    expect(proof).toMatchObject({
      verificationMethod: `${w3c.controller}#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2`,
      proofValue: 'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme',
    });
  });

  it('of 1EdTech are signed to the same bytes, and verify', async () => {
    const { proof, verdict } = await signedLike(openBadges);
    expect(proof).toMatchObject({
      created: openBadges.created,
      verificationMethod: `${openBadges.controller}#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi`,
      proofValue: 'z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr',
    });
    expect(verdict).toEqual({ verified: true });
  });
});
