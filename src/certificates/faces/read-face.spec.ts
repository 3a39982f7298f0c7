import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { exampleClaim } from '../credential/claim.example.js';
import { bakePng, readPng } from './baked-png.js';
import { bakeSvg, readSvg } from './baked-svg.js';
import { badgePng, badgeSvg } from './paint-badge.js';
import { pngChunks, writePng } from './png-chunks.js';
import { readFace } from './read-face.js';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>';
const credential = { id: 'urn:x', proof: [], name: 'Amélie ]]> <script>alert(1)</script> & "quoted" \u202e' };
const text = JSON.stringify(credential);

let picture: Buffer;
beforeAll(async () => {
  picture = await badgePng(exampleClaim, credential);
});

const refusal = (file: Buffer | string): string => {
  const read = readFace(Buffer.from(file));
  if (!('refused' in read)) throw new Error('It was read.');
  return read.refused;
};
const itxt = (data: (string | number)[]) => ({
  type: 'iTXt',
  data: Buffer.concat(data.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from([one])))),
});
const withChunks = (...more: { type: string; data: Buffer }[]) => {
  const [head, , ...rest] = pngChunks(picture);
  return writePng([head!, ...more, ...rest]);
};

describe('a baked badge', () => {
  it('gives back what was baked in, whatever a person is called', () => {
    expect(readFace(picture)).toEqual({ face: 'png', text });
    const svg = readFace(Buffer.from(badgeSvg(exampleClaim, credential)));
    expect(svg).toMatchObject({ face: 'svg' });
    expect(JSON.parse((svg as { text: string }).text)).toEqual(credential);
  });

  it('gives back any text, in both formats', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const json = JSON.stringify({
          name: name.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''),
        });
        expect(readPng(bakePng(picture, json))).toMatchObject({
          refused: expect.stringContaining('more than one') as string,
        });
        const [head, , ...rest] = pngChunks(picture);
        expect(readPng(bakePng(writePng([head!, ...rest]), json))).toEqual({ credential: json });
        const svg = readSvg(bakeSvg(drawing, name, json)) as { credential: string };
        expect(JSON.parse(svg.credential)).toEqual(JSON.parse(json));
      }),
      { numRuns: 50 },
    );
  });

  it('is the same bytes each time, 1000 pixels wide, and holds no script, style or address to load', async () => {
    expect(picture.equals(await badgePng(exampleClaim, credential))).toBe(true);
    const [head] = pngChunks(picture);
    expect([head!.data.readUInt32BE(0), head!.data.readUInt32BE(4)]).toEqual([1000, 1000]);
    const svg = badgeSvg(exampleClaim, { id: 'urn:x', proof: [] });
    expect(svg).not.toMatch(/<script|<style|<foreignObject|on\w+=|href="(?!#|data:image)/i);
    expect(svg).toContain('<title>Certificate of completion: ');
  });
});

describe('a file to be checked', () => {
  it('is known by its content: token, JSON, pictures, PDF', () => {
    expect(readFace(Buffer.from(' {"id": "x"}\n'))).toEqual({ face: 'json', text: '{"id": "x"}' });
    expect(readFace(Buffer.from('\ufeff{"id": "x"}'))).toMatchObject({ face: 'json' });
    expect(readFace(Buffer.from('aaa.bbb.ccc\n'))).toEqual({ face: 'jwt', text: 'aaa.bbb.ccc' });
    const verify = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential verify="aaa.bbb.ccc"/></svg>`;
    expect(readFace(Buffer.from(verify))).toEqual({ face: 'svg', text: 'aaa.bbb.ccc' });
  });

  it('is refused with a reason when it is something else', () => {
    for (const file of ['', 'hello', 'PK\u0003\u0004', '<html></html>', '%PDF-1.7 nothing', '[1]'])
      expect(refusal(file)).toMatch(/\w/);
    expect(refusal(Buffer.from([0xff, 0xfe, 0x7b, 0]))).toContain('no certificate file');
    expect(refusal(drawing)).toContain('holds no credential');
    expect(refusal(withChunks())).toContain('Screenshots and copies lose it');
  });

  it('is refused when it holds two credentials', () => {
    const one = '<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="a.b.c"/>';
    expect(refusal(drawing.replace('<path d="M0 0"/>', one + one))).toContain('more than one');
    const chunk = itxt(['openbadgecredential', 0, 0, 0, 0, 0, text]);
    expect(refusal(withChunks(chunk, chunk))).toContain('more than one');
  });

  it('is refused when its credential is compressed, so that nothing swells', () => {
    const bomb = deflateSync(Buffer.alloc(20_000_000, 0x20)).toString('latin1');
    const chunk = { type: 'iTXt', data: Buffer.from(`openbadgecredential\0\x01\0\0\0${bomb}`, 'latin1') };
    expect(refusal(withChunks(chunk))).toContain('compressed');
  });

  it('is refused when it declares entities, is cut off, or damaged', () => {
    const entities = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>`;
    expect(refusal(entities)).toContain('entities');
    expect(refusal('<svg xmlns="http://www.w3.org/2000/svg">&unknown;</svg>')).toContain('well-formed');
    expect(refusal('<svg')).toContain('well-formed');
    expect(refusal(picture.subarray(0, -6))).toContain('cut off');
    const damaged = Buffer.from(picture);
    damaged[damaged.length - 20]! ^= 1;
    expect(refusal(damaged)).toContain('damaged');
    expect(refusal(withChunks(itxt(['openbadgecredential', 0, 0, 0, 'en'])))).toContain('cannot be read');
  });

  it('is refused when its credential is enormous or nested without end', () => {
    expect(refusal(`{"a":"${'x'.repeat(300_000)}"}`)).toContain('larger');
    expect(refusal(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)).toContain('nested');
  });

  it('never makes the reader fail, whatever its bytes', () => {
    const around = (prefix: Buffer) => fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([prefix, tail]));
    const files = fc.oneof(
      ...[picture.subarray(0, 60), Buffer.from('<svg '), Buffer.from('{'), Buffer.alloc(0)].map(around),
    );
    fc.assert(fc.property(files, (file) => expect(readFace(file)).toBeDefined()));
  });
});
