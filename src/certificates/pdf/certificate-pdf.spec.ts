import { exampleClaim } from '../credential/claim.example.js';
import { readFonts, readNameCoverage } from './fonts.js';
import { breakable, printableName } from './printable.js';
import { qrSvg } from './qr.js';
import { renderCertificate } from './render-certificate.js';

const address = `https://glabella.example/verify/${exampleClaim.number}`;
const pages = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
const named = (holderName: string) => renderCertificate({ ...exampleClaim, holderName }, address);
const bidi = '\u202e';

describe('the printed certificate', () => {
  it('is the same bytes each time, and other bytes for another name', () => {
    const one = named('Amelia Okonkwo-Reyes');
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(named('Amelia Okonkwo-Reyes').equals(one)).toBe(true);
    expect(named('Amelia Okonkwo').equals(one)).toBe(false);
  });

  it.each([
    ['Latin', 'Łucja Žižková-Ødegård'],
    ['Vietnamese', 'Nguyễn Thị Hương'],
    ['Greek', 'Θεόδωρος Παπαδόπουλος'],
    ['Cyrillic', 'Наталія Їжакевич'],
    ['Arabic', 'محمد عبد الرحمن'],
    ['Hebrew', 'דוד לוי'],
    ['Devanagari', 'प्रियंका शर्मा'],
    ['Thai', 'สมชาย ใจดี'],
  ])('prints names in %s', (_, name) => {
    expect(readNameCoverage()(name)).toBe(true);
    expect(pages(named(name))).toBe(1);
  });

  it('points to the verification page when its fonts cannot draw the name', () => {
    expect(readNameCoverage()('王小明')).toBe(false);
    expect(pages(named('王小明'))).toBe(1);
    expect(pages(named('Amelia 🦋'))).toBe(1);
  });

  it('carries the signed credential inside, the same bytes each time', () => {
    const credential = { id: 'x', proof: [], note: '\\ " #read("/etc/passwd")' };
    const one = renderCertificate(exampleClaim, address, credential);
    expect(renderCertificate(exampleClaim, address, credential).equals(one)).toBe(true);
    expect(one.toString('latin1')).toContain(`${exampleClaim.number}.json`);
    expect(one.toString('latin1')).toContain('/AFRelationship /Alternative');
  });

  it('stays on one page whatever a person is called, and never reads a name as markup', () => {
    for (const name of [
      'x'.repeat(120),
      'W'.repeat(120),
      'Maria '.repeat(20).trim(),
      '#read("/etc/passwd") *bold* $x$ @ref <label> \\u{41} // gone',
      '<img src=file:///etc/passwd>',
      '"},{"name":"x',
    ]) {
      expect(pages(named(printableName(name)))).toBe(1);
    }
  });

  it('holds eight courses with long titles on its one page', () => {
    const course = {
      ...exampleClaim.courses[0]!,
      title: 'Complications, emergencies and their management in practice',
    };
    expect(
      pages(renderCertificate({ ...exampleClaim, courses: Array.from({ length: 8 }, () => course) }, address)),
    ).toBe(1);
  });
});

describe('a printable name', () => {
  it('is one line without control characters or reversed text', () => {
    expect(printableName(`  Amelia\u0000 \n\t${bidi}Reyes\u200b `)).toBe('Amelia Reyes');
    expect(printableName('e\u0301')).toBe('é');
  });

  it('keeps the joiners that some scripts need', () => {
    expect(printableName('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('is cut between characters, never inside one', () => {
    const family = '👨‍👩‍👧';
    expect(printableName(family.repeat(300))).toBe(`${family.repeat(119)}…`);
    expect(breakable('y'.repeat(40)).split('\u200b')).toHaveLength(5);
    expect(breakable('Amelia Reyes')).toBe('Amelia Reyes');
  });
});

describe('the parts', () => {
  it('come from packages alone: ten font files', () => {
    expect(readFonts()).toHaveLength(10);
  });

  it('are drawn as one path for the QR code', () => {
    expect(qrSvg(address, '#000').match(/<path/g)).toHaveLength(1);
  });
});
