import { PDF } from '@libpdf/core';
import sharp from 'sharp';
import { largestPaper, takePaper } from './take-paper.js';

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 90 } } });
const codeOf = (bytes: Buffer) =>
  takePaper(bytes, 'here').then(
    () => 'taken',
    ({ code, fields }: { code: string; fields: object }) => [code, ...Object.keys(fields)],
  );

/** A PDF of one page; `catalogue` and `objects` are written into it as they are. */
function pdf({ catalogue = '', objects = '', header = '%PDF-1.7', page = '' } = {}): Buffer {
  return Buffer.from(
    `${header}
1 0 obj <</Type/Catalog/Pages 2 0 R ${catalogue}>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200] ${page}>> endobj
${objects}
trailer <</Root 1 0 R/Size 9>>
startxref
0
%%EOF
`,
    'latin1',
  );
}

/** What is written inside a compressed object stream shows nowhere in the bytes. */
async function compressed(script: string): Promise<Buffer> {
  const { deflateSync } = await import('node:zlib');
  const objects = `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${script})>>>>`;
  const text = deflateSync(Buffer.from(`1 0 ${objects}`));
  const head = `%PDF-1.7\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n`;
  const stream = Buffer.concat([
    Buffer.from(`4 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${text.length}>> stream\n`),
    text,
    Buffer.from('\nendstream endobj\n'),
  ]);
  const at = (needle: string) => head.indexOf(needle);
  const rows = [
    [0, 0, 0],
    [2, 4, 0],
    [1, at('2 0 obj'), 0],
    [1, at('3 0 obj'), 0],
    [1, head.length, 0],
    [1, head.length + stream.length, 0],
  ];
  const table = Buffer.from(rows.flatMap(([type, place, index]) => [type!, place! >> 8, place! & 255, index!]));
  const xref = Buffer.concat([
    Buffer.from(`5 0 obj <</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Length ${table.length}>> stream\n`),
    table,
    Buffer.from(`\nendstream endobj\nstartxref\n${head.length + stream.length}\n%%EOF\n`),
  ]);
  return Buffer.concat([Buffer.from(head), stream, xref]);
}

describe('a photograph of a licence', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('is taken as %s, by its content', async (format) => {
    const taken = await takePaper(await blank(30, 20).toFormat(format).toBuffer());
    expect(taken.mediaType).toBe(`image/${format}`);
    expect(await sharp(taken.bytes).metadata()).toMatchObject({ format, width: 30, height: 20 });
  });

  it('loses where and by whom it was taken, and stands the right way up', async () => {
    const exif = { IFD0: { Copyright: 'Anna Nurse' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
    const sent = await blank(30, 20).jpeg().withMetadata({ orientation: 6, exif }).toBuffer();
    expect(sent.includes('Anna Nurse')).toBe(true);
    const { bytes } = await takePaper(sent);
    const { exif: left, width, height, orientation } = await sharp(bytes).metadata();
    expect({ left, width, height, orientation }).toEqual({ width: 20, height: 30 });
    expect(bytes.includes('Anna Nurse')).toBe(false);
  });

  it.each(['<script>alert(1)</script>', 'PK\u0003\u0004', '%PDF-1.7', '<?php system($_GET[1]); ?>'])(
    'loses what hangs behind it: %s',
    async (behind) => {
      for (const format of ['png', 'jpeg', 'webp'] as const) {
        const sent = Buffer.concat([await blank(9, 9).toFormat(format).toBuffer(), Buffer.from(behind)]);
        const { bytes } = await takePaper(sent).catch(() => ({ bytes: Buffer.alloc(0) }));
        expect(bytes.includes(behind)).toBe(false);
      }
    },
  );

  it.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'paper_type_refused'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'paper_type_refused'],
    ['a GIF', Buffer.from('GIF89a      '), 'paper_type_refused'],
    ['a program', Buffer.from('MZ\x90\x00', 'latin1'), 'paper_type_refused'],
    ['an archive', Buffer.from('PK\x03\x04', 'latin1'), 'paper_type_refused'],
    ['nothing', Buffer.alloc(0), 'paper_type_refused'],
    ['a beginning alone', Buffer.from('\x89PNG\r\n\x1a\n and then nothing', 'latin1'), 'paper_broken'],
    ['too many bytes', Buffer.alloc(largestPaper + 1), 'paper_too_large'],
  ])('is refused at its field if it is %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toEqual([code, 'here']);
  });

  it('is refused if it would unpack to more than 40 million pixels', async () => {
    expect(await codeOf(await blank(7000, 6000).png({ compressionLevel: 9 }).toBuffer())).toEqual([
      'paper_too_large',
      'here',
    ]);
  });
});

describe('a PDF of a licence', () => {
  it('is taken as it is', async () => {
    const made = PDF.create();
    made.addPage({ size: 'a4' });
    const bytes = Buffer.from(await made.save());
    expect(await takePaper(bytes)).toEqual({ mediaType: 'application/pdf', bytes });
    expect(await codeOf(pdf())).toBe('taken');
    expect(await codeOf(pdf({ catalogue: '/OpenAction[3 0 R/Fit]' }))).toBe('taken');
  });

  it.each([
    ['a script at its opening', pdf({ catalogue: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' })],
    ['a script under a name written otherwise', pdf({ catalogue: '/OpenAction<</S/J#61vaScript/#4aS(1)>>' })],
    ['a script that hangs on its page', pdf({ page: '/AA<</O 5 0 R>>', objects: '5 0 obj <</S/Named>> endobj' })],
    ['a script that nothing leads to', pdf({ objects: '5 0 obj <</JS(1)>> endobj' })],
    ['a file', pdf({ catalogue: '/Names<</EmbeddedFiles<</Names[]>>>>' })],
    ['a program to start', pdf({ page: '/Annots[<</Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>]' })],
    ['a form that is sent', pdf({ page: '/Annots[<</Subtype/Link/A<</S/SubmitForm/F(https://a.example)>>>>]' })],
    ['a form of its own making', pdf({ catalogue: '/AcroForm<</XFA(x)>>' })],
    ['a film', pdf({ page: '/Annots[<</Subtype/RichMedia>>]' })],
    ['a link into another file', pdf({ page: '/Annots[<</Subtype/Link/A<</S/GoToR/F(other.pdf)>>>>]' })],
  ])('is refused if it holds %s', async (_, bytes) => {
    expect(await codeOf(bytes)).toEqual(['pdf_active', 'here']);
  });

  it('is refused if its script is hidden in a compressed stream', async () => {
    const bytes = await compressed('app.alert(1)');
    expect(bytes.includes('JavaScript')).toBe(false);
    expect(await codeOf(bytes)).toEqual(['pdf_active', 'here']);
  });

  it.each([
    ['a page in front', Buffer.concat([Buffer.from('<html>'), pdf()]), 'paper_type_refused'],
    ['another version', pdf({ header: '%PDF-x' }), 'pdf_broken'],
    ['no end', Buffer.from('%PDF-1.7\n1 0 obj'), 'pdf_broken'],
    ['no page', pdf({ header: '%PDF-1.7\n%' }).subarray(0, 40), 'pdf_broken'],
  ])('is refused with %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toEqual([code, 'here']);
  });

  it('is refused with a password', async () => {
    const made = PDF.create();
    made.addPage();
    made.setProtection({ userPassword: 'one', ownerPassword: 'two' });
    expect(await codeOf(Buffer.from(await made.save()))).toEqual(['pdf_locked', 'here']);
  });

  it('is refused with more than 20 pages', async () => {
    const made = PDF.create();
    for (let page = 0; page < 21; page += 1) made.addPage();
    expect(await codeOf(Buffer.from(await made.save()))).toEqual(['pdf_too_long', 'here']);
  });
});
