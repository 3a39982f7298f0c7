import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { signPresentation } from '@digitalbazaar/vc';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { documentLoader } from '../credential/documents.js';
import { seedSigner } from '../signing/seed-signer.js';
import { suiteContexts } from './suite-contexts.js';
import { TestIssuer } from './test-issuer.js';

const base = 'https://www.w3.org/ns/credentials/v2';
const examples = 'https://www.w3.org/ns/credentials/examples/v2';

describe('the test interface of the W3C, switched on', () => {
  let app: TestApp;
  let client: Client;
  let credential: Record<string, unknown>;
  let signed: Record<string, unknown>;

  beforeAll(async () => {
    app = await testApp({ VC_API: 'on' });
    client = app.client();
    credential = {
      '@context': [base, examples],
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential', 'AlumniCredential'],
      issuer: app.get(TestIssuer).did,
      validFrom: '2023-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
    };
    signed = (await issue(credential)).body as Record<string, unknown>;
  }, 120_000);
  afterAll(() => app.close());

  const json = { accept: 'application/json' };
  const issue = (one: object) => client.post('/credentials/issue', { credential: one, options: {} }, json);
  const verify = (one: object) => client.post('/credentials/verify', { verifiableCredential: one, options: {} }, json);
  const present = (one: object, options: object = {}) =>
    client.post('/presentations/verify', { verifiablePresentation: one, options }, json);

  it('signs a credential with a key made for tests, in the one configuration of certificates', async () => {
    const { status, body } = await issue(credential);
    expect([status, body]).toMatchObject([
      201,
      { ...credential, proof: [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }] },
    ]);
    const certificates = await client.get<{ assertionMethod: string[] }>('/.well-known/did.json');
    expect(certificates.body.assertionMethod.join()).not.toContain(app.get(TestIssuer).did);
    expect((await verify(body)).body).toEqual({ verified: true, checks: ['proof', 'dates', 'status'] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['the context is missing', { '@context': undefined }],
    ['the base context is not first', { '@context': [examples, base] }],
    ['a context is a number', { '@context': [base, 4] }],
    ['a context is unknown', { '@context': [base, 'https://example.org/unknown/v1'] }],
    ['a term is in no context', { '@context': [base] }],
    ['the type is missing', { type: undefined }],
    ['the type is another', { type: ['AlumniCredential'] }],
    ['the type is null', { type: null }],
    ['the id is no URL', { id: 'not a url' }],
    ['there are several ids', { id: ['urn:a', 'urn:b'] }],
    ['the issuer is missing', { issuer: undefined }],
    ['the issuer is no URL', { issuer: 'me' }],
    ['the issuer is null', { issuer: null }],
    ['the issuer is a number', { issuer: 4 }],
    ['the issuer is somebody else', { issuer: 'did:example:other' }],
    ['the subject is missing', { credentialSubject: undefined }],
    ['the subject is empty', { credentialSubject: {} }],
    ['one of the subjects is empty', { credentialSubject: [{ alumniOf: 'x' }, {}] }],
    ['the subject is a word', { credentialSubject: 'somebody' }],
    ['the id of the subject is no URL', { credentialSubject: { id: 'somebody', alumniOf: 'x' } }],
    ['validFrom has no zone', { validFrom: '2023-01-01T00:00:00' }],
    ['validFrom is a word', { validFrom: 'today' }],
    ['validUntil is before validFrom', { validUntil: '2022-01-01T00:00:00Z' }],
    ['a status has no type', { credentialStatus: { id: 'urn:status' } }],
    ['the id of a status is no URL', { credentialStatus: { id: 'status', type: 'Any' } }],
    ['a schema has no type', { credentialSchema: { id: 'urn:schema' } }],
    ['a schema has no id', { credentialSchema: { type: 'JsonSchema' } }],
    ['evidence has no type', { evidence: [{ id: 'urn:evidence' }] }],
    ['a refresh service has no type', { refreshService: { id: 'urn:service' } }],
    ['terms of use have no type', { termsOfUse: { id: 'urn:terms' } }],
    ['a related resource has no digest', { relatedResource: [{ id: 'urn:resource' }] }],
    [
      'a related resource is named twice',
      { relatedResource: [1, 2].map(() => ({ id: 'urn:resource', digestMultibase: 'zQm' })) },
    ],
    ['the name has a word beside its value', { name: { '@value': 'x', '@language': 'en', extra: 'y' } }],
    ['the description is a number', { description: 4 }],
  ])('refuses to sign when %s', async (_case, changes) => {
    const { status, body } = await issue({ ...credential, ...changes });
    expect([status, body]).toMatchObject([400, { code: 'unprocessable_credential' }]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['is not signed', { proof: undefined }],
    ['has a proof without a type', { proof: {} }],
    ['was changed', { credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'Another School' } }],
    ['is not yet valid', { validFrom: '2999-01-01T00:00:00Z' }],
    ['was given another issuer', { issuer: 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' }],
    ['was given a status elsewhere', { credentialStatus: { type: 'BitstringStatusListEntry' } }],
  ])('refuses a credential that %s', async (_case, changes) => {
    expect(await verify({ ...signed, ...changes })).toMatchObject({ status: 400 });
  });

  describe('a presentation', () => {
    const bare = () => ({ '@context': [base], type: ['VerifiablePresentation'], verifiableCredential: [signed] });

    async function signedBy(fill: number, challenge: string): Promise<object> {
      const { published } = await seedSigner(Buffer.alloc(32, fill), 'did:key:x');
      const did = `did:key:${published.publicKeyMultibase!}`;
      return signPresentation({
        presentation: { ...bare(), holder: did },
        suite: new DataIntegrityProof({ signer: await seedSigner(Buffer.alloc(32, fill), did), cryptosuite }),
        challenge,
        documentLoader: documentLoader({ contexts: suiteContexts }),
      });
    }

    it('verifies with and without a signature', async () => {
      expect(await present(bare())).toMatchObject({ status: 200, body: { verified: true } });
      expect(await present(await signedBy(5, 'c-1'), { challenge: 'c-1' })).toMatchObject({ status: 200 });
    });

    it('is refused for another challenge, when changed, or when a credential in it does not verify', async () => {
      const good = await signedBy(5, 'c-1');
      expect(await present(good, { challenge: 'c-2' })).toMatchObject({ status: 400 });
      expect(await present({ ...good, holder: 'did:example:other' }, { challenge: 'c-1' })).toMatchObject({
        status: 400,
      });
      const changed = { ...signed, credentialSubject: { id: 'did:example:x', alumniOf: 'Elsewhere' } };
      expect(await present({ ...bare(), verifiableCredential: [changed] })).toMatchObject({ status: 400 });
      expect(await present({ ...bare(), type: ['Other'] })).toMatchObject({ status: 400 });
      expect(await present({ ...bare(), holder: 'nobody' })).toMatchObject({ status: 400 });
    });
  });
});
