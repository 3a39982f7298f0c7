import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { shippedContent } from '../../process/prepare-content.js';
import { jurisdictions } from '../licences/jurisdictions.js';
import { ImportEligibility } from './import-eligibility.js';
import { readEligibility } from './scope-content.js';
import { ScopeOfPractice } from './scope-of-practice.js';

let app: TestApp;
beforeAll(async () => (app = await testApp({ PROCESS: 'web' })), 120_000);
afterAll(() => app.close());

const bundle = '/bundles/cosmetic-injector-certification';
const page = async (path: string) => (await app.client().get<string>(path)).text;

describe('the scope of practice', () => {
  it('answers with what holds, where it is said, and when that was reviewed', async () => {
    const rule = await app.get(ScopeOfPractice).of('rn', 'US-CA', 'botulinum-toxin');
    expect(rule).toMatchObject({ allowance: 'supervised', reviewedOn: expect.stringMatching(/^\d{4}-/) as string });
    const shown = await page('/scope?profession=rn&jurisdiction=US-CA');
    expect(shown).toContain('under supervision or orders');
    expect(shown).toContain('Medical Board of California');
    const { body } = await app.client().get('/api/scope?profession=md&jurisdiction=GB');
    expect(body).toMatchObject([
      { procedure: 'botulinum-toxin', rule: { allowance: 'allowed' } },
      { procedure: 'dermal-filler', rule: null },
    ]);
  });

  it.each([
    ['a place without rules', 'rn', 'other'],
    ['a place nobody knows', 'rn', '<b>'],
    ['a profession without a rule there', 'midwife', 'US-CA'],
  ])('says “not reviewed” of %s, and never “allowed”', async (_, profession, jurisdiction) => {
    expect(await app.get(ScopeOfPractice).of(profession, jurisdiction, 'botulinum-toxin')).toBeNull();
    const shown = await page(`/scope?profession=${profession}&jurisdiction=${encodeURIComponent(jurisdiction)}`);
    expect(shown).toContain('not reviewed');
    expect(shown).not.toMatch(/badge-accent/);
    expect(shown).not.toContain('<b>');
  });

  it('holds for a procedure as for its kind, unless it has a rule of its own', async () => {
    const held = (procedure: string) => app.get(ScopeOfPractice).of('md', 'US-TX', procedure);
    expect(await held('glabella-toxin')).toEqual(await held('botulinum-toxin'));
    expect(await held('no-such-procedure')).toBeNull();
    await app.db
      .rows(`INSERT INTO scope_rules SELECT profession, jurisdiction, 'glabella-toxin', 'not', source, reviewed_on, note
      FROM scope_rules WHERE profession = 'md' AND jurisdiction = 'US-TX' AND procedure = 'botulinum-toxin'`);
    expect(await held('glabella-toxin')).toMatchObject({ allowance: 'not' });
    expect(await held('forehead-toxin')).toMatchObject({ allowance: 'allowed' });
    await app.db.rows(`DELETE FROM scope_rules WHERE procedure = 'glabella-toxin'`);
  });

  it('asks on while the question is not whole', async () => {
    for (const query of ['', '?profession=rn', '?profession=wizard&jurisdiction=GB', '?profession[]=a'])
      expect(await page(`/scope${query}`)).toContain('Choose both');
  });

  it('stands on the page of the bundle, before anybody pays, with what happens to who is not eligible', async () => {
    const open = await page(bundle);
    expect(open).toContain('Who may practise it, and where');
    expect(open).toContain('goes back to you by itself');
    expect(open).not.toContain('not legal advice');
    const asked = await page(`${bundle}?profession=pharmd&jurisdiction=GB`);
    expect(asked).toContain('Human Medicines Regulations 2012');
    expect(asked).toContain('not legal advice');
  });
});

describe('the content of the scope of practice', () => {
  const changed = async (file: string, from: RegExp, to: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'glabella-scope-'));
    for (const part of ['professions.yaml', 'scope'])
      await cp(join(shippedContent, part), join(folder, part), { recursive: true });
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toMatch(from);
    await writeFile(join(folder, file), text.replace(from, to));
    return folder;
  };

  it('is shipped with sources, of places that give licences', async () => {
    const shipped = await readEligibility(shippedContent);
    for (const { jurisdiction, source, note } of shipped!.rules)
      expect([jurisdictions.has(jurisdiction), source !== '', note !== '']).toEqual([true, true, true]);
  });

  it.each([
    ['US-ZZ', 'scope/us-ca.yaml', /US-CA/, 'US-ZZ', 'us-ca.yaml:2'],
    ['a profession that is not there', 'scope/gb.yaml', /midwife/, 'wizard', 'There is no profession "wizard"'],
    ['a rule said twice', 'scope/us-ca.yaml', /\[pa\]/, '[np]', 'is said twice'],
    ['an allowance of another kind', 'scope/gb.yaml', /allowance: allowed/, 'allowance: maybe', 'gb.yaml:7'],
    ['no source', 'scope/gb.yaml', /source: .*/, 'source: ""', 'gb.yaml:8'],
    ['no day of review', 'scope/gb.yaml', /reviewedOn: .*/, 'reviewedOn: soon', 'gb.yaml:3'],
  ])('is refused with %s, by file and line', async (_, file, from, to, said) => {
    await expect(readEligibility(await changed(file, from, to))).rejects.toThrow(said);
  });

  it('takes the place of what was there, and leaves it alone when the folder has none', async () => {
    const count = () => app.db.rows(`SELECT 1 FROM scope_rules WHERE jurisdiction = 'GB'`).then((rows) => rows.length);
    const before = await count();
    await app.get(ImportEligibility).execute(await mkdtemp(join(tmpdir(), 'glabella-scope-')));
    expect(await count()).toBe(before);
    await app.get(ImportEligibility).execute(await changed('scope/gb.yaml', /, midwife\]/, ']'));
    expect(await count()).toBe(before - 1);
  });
});
