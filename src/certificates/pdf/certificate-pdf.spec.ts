import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canDraw, pdfSignature, printableLine, setPdf } from '../../documents/index.js';
import { Config, readConfig } from '../../shared/index.js';
import { exampleClaim } from '../credential/claim.example.js';
import { PdfKey } from '../issuer/pdf-key.js';
import { PrintCertificate } from './print-certificate.js';
import { qrSvg } from './qr.js';
import { certificateSheet, renderCertificate } from './render-certificate.js';
import { template } from './template.js';

const address = `https://glabella.example/verify/${exampleClaim.number}`;
const pages = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
const named = (holderName: string) => renderCertificate({ ...exampleClaim, holderName }, address);

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
    ['Bengali', 'প্রিয়াঙ্কা শর্মা'],
    ['Telugu', 'ప్రియాంక శర్మ'],
    ['Chinese', '王小明 · 刘晓东'],
    ['Japanese', '髙橋 さくら'],
    ['Korean', '김민수'],
    ['several scripts at once', 'Anna 王 Θεό'],
  ])('prints names in %s', (_, name) => {
    expect(canDraw(name)).toBe(true);
    expect(pages(named(name))).toBe(1);
  });

  it('points to the verification page when its fonts cannot draw the name', () => {
    expect(canDraw('ሰላም')).toBe(false);
    expect(pages(named('ሰላም'))).toBe(1);
    expect(pages(named('Amelia 🦋'))).toBe(1);
  });

  it('carries the signed credential inside, the same bytes each time', () => {
    const credential = { id: 'x', proof: [], note: '\\ " #read("/etc/passwd")' };
    const one = renderCertificate(exampleClaim, address, credential);
    expect(renderCertificate(exampleClaim, address, credential).equals(one)).toBe(true);
    expect(one.toString('latin1')).toContain(`${exampleClaim.number}.json`);
    expect(one.toString('latin1')).toContain('/AFRelationship /Alternative');
  });

  it('keeps to PDF/UA-1, which typst refuses when a picture says nothing', () => {
    const sheet = certificateSheet(exampleClaim, address, { id: 'x', proof: [] });
    expect(pages(setPdf(template, sheet, 'ua-1'))).toBe(1);
    const silent = template.replace(', alt: "QR code of the verification address"', '');
    expect(() => setPdf(silent, sheet, 'ua-1')).toThrow();
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
      expect(pages(named(printableLine(name)))).toBe(1);
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

describe('the file of a certificate', () => {
  const config = new Config({
    ...readConfig({ NODE_ENV: 'test' }).values,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'print-')),
  });
  const key = new PdfKey(config);
  const certificate = { claim: exampleClaim, number: exampleClaim.number, credential: { id: 'x', proof: [] } };

  it('is signed as of its issue, and the same bytes each time', async () => {
    const one = await new PrintCertificate(key, config).execute(certificate);
    expect(pdfSignature(one, (await key.get()).known)).toMatchObject({ intact: true });
    expect(one.toString('latin1')).toContain('/M (D:20261122180000Z)');
    expect((await new PrintCertificate(new PdfKey(config), config).execute(certificate)).equals(one)).toBe(true);
  });
});

describe('the QR code', () => {
  it('is drawn as one path', () => {
    expect(qrSvg(address, '#000').match(/<path/g)).toHaveLength(1);
  });
});
