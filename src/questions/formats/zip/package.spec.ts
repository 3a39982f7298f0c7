import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { formatOf, readQuestions } from '../read-questions.js';

const item = (id: string) =>
  `<qti-assessment-item identifier="${id}" title="${id}"><qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float"><qti-correct-response><qti-value>2.5</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>How much? <qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body><qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/></qti-assessment-item>`;
const manifest = (...hrefs: string[]) =>
  `<manifest><resources>${hrefs.map((href, at) => `\n<resource identifier="r${at}" type="imsqti_item_xmlv3p0" href="${href}"><file href="${href}"/></resource>`).join('')}</resources></manifest>`;
function zip(files: Record<string, string | Buffer>, options: object = {}): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content as string), name, options);
  archive.end();
  return buffer(archive.outputStream);
}
async function read(bytes: Buffer) {
  const items = [];
  for await (const each of readQuestions(bytes, formatOf(bytes))) items.push(each);
  return items;
}
const renamed = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

describe('a QTI package', () => {
  it('is read in the order of its manifest, and a broken or missing file loses no other', async () => {
    const files = {
      'items/b.xml': item('b'),
      'items/a.xml': item('a'),
      'items/c.xml': item('c').replace('</p>', ''),
      'other.xml': item('z'),
    };
    const bytes = await zip({
      'imsmanifest.xml': manifest('items/a.xml', 'items/no.xml', 'items/c.xml', 'items/b.xml'),
      ...files,
    });
    expect(await read(bytes)).toMatchObject([
      { file: 'items/a.xml', question: { id: 'a', answer: '2.5' } },
      { file: 'imsmanifest.xml', line: 3, refused: 'The package does not hold “items/no.xml”.' },
      { file: 'items/c.xml', refused: expect.stringContaining('not well-formed') },
      { file: 'items/b.xml', question: { id: 'b' } },
    ]);
  });

  it('is refused without a manifest, or one that names nothing', async () => {
    await expect(read(await zip({ 'a.xml': item('a') }))).rejects.toThrow('The package has no imsmanifest.xml.');
    await expect(read(await zip({ 'imsmanifest.xml': manifest() }))).rejects.toThrow(
      'imsmanifest.xml names no questions.',
    );
    await expect(read(await zip({ 'imsmanifest.xml': 'x' }))).rejects.toThrow('imsmanifest.xml: ');
  });

  it.each(['../x.xml', '/tmp/xx.xml'.slice(0, 8), 'a\\..\\x.x'])(
    'is refused when a name leads out of it: %s',
    async (name) => {
      const bytes = await zip({ 'imsmanifest.xml': manifest('a'), ['q'.repeat(name.length)]: 'x' });
      await expect(read(renamed(bytes, 'q'.repeat(name.length), name))).rejects.toThrow(
        'A file in the package has a name that leads out of it.',
      );
    },
  );

  it('is refused when two files share a name, when one is a link, or too deep', async () => {
    const twice = renamed(
      await zip({ 'imsmanifest.xml': manifest('a'), 'a.xml': 'x', 'b.xml': 'y' }),
      'b.xml',
      'a.xml',
    );
    await expect(read(twice)).rejects.toThrow('The package holds “a.xml” twice.');
    for (const other of ['A.xml', 'ａ.XML', 'a.XmL'])
      await expect(
        read(await zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': 'x', [other]: 'y' })),
      ).rejects.toThrow(`The package holds “${other}” twice.`);
    await expect(read(await zip({ 'a.xml': '/etc/passwd' }, { mode: 0o120777 }))).rejects.toThrow(
      '“a.xml” is a link to another file.',
    );
    await expect(read(await zip({ [`${'a/'.repeat(20)}x`]: 'x' }))).rejects.toThrow('are deeper than 16.');
  });

  it('is refused as a bomb: by ratio, size, sum or number of files', async () => {
    await expect(read(await zip({ 'a.xml': Buffer.alloc(9_000_000) }))).rejects.toThrow(
      '“a.xml” is packed more than 100 times smaller than it is.',
    );
    await expect(read(await zip({ 'a.xml': Buffer.alloc(10_000_001) }))).rejects.toThrow(
      '“a.xml” is larger than 10 MB.',
    );
    const many = await zip({ 'a.xml': 'x' });
    many.writeUInt16LE(2_001, many.length - 22 + 8);
    many.writeUInt16LE(2_001, many.length - 22 + 10);
    await expect(read(many)).rejects.toThrow('The package holds more than 2,000 files.');
    const tens = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`${at}.xml`, Buffer.alloc(10_000_000)]));
    const stored = await zip(tens, { compress: false });
    await expect(read(stored)).rejects.toThrow('The package is larger than 200 MB once unpacked.');
  });

  it('is refused when it holds another, by its name, and never opened under another name', async () => {
    const inner = await zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': item('a') });
    for (const name of ['inner.zip', 'x/Inner.ZIP', 'c.tar.gz'])
      await expect(read(await zip({ 'imsmanifest.xml': manifest('a.xml'), [name]: inner }))).rejects.toThrow(
        'is a package within the package.',
      );
    const disguised = await zip({ 'imsmanifest.xml': manifest('inner.xml'), 'inner.xml': inner });
    await expect(read(disguised)).rejects.toThrow('inner.xml: ');
  });

  it('gives nothing but its questions: pages and scripts beside them are not even unpacked', async () => {
    const page = '<resource identifier="p" type="webcontent" href="page.html"><file href="page.html"/></resource>';
    const files = { 'a.xml': item('a'), 'page.html': '<script>alert(1)</script>', 'x.js': 'alert(1)' };
    const bytes = await zip({ 'imsmanifest.xml': manifest('a.xml').replace('</resources>', `${page}$&`), ...files });
    bytes.fill(0xff, bytes.indexOf('page.html') + 9, bytes.indexOf('page.html') + 20);
    expect(await read(bytes)).toMatchObject([{ file: 'a.xml', question: { id: 'a' } }]);
  });

  it('is refused when a file is larger than its list says', async () => {
    const bytes = await zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': item('a') });
    const listed = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002'));
    for (const size of [0, 10, 900_000]) {
      const lying = Buffer.from(bytes);
      lying.writeUInt32LE(size, listed + 24);
      await expect(read(lying)).rejects.toThrow('cannot be unpacked.');
    }
  });

  it('is refused when it is torn, locked, or lies about its sizes', async () => {
    const bytes = await zip({ 'imsmanifest.xml': manifest('a.xml'), 'a.xml': item('a') });
    await expect(read(bytes.subarray(0, 200))).rejects.toThrow('The package cannot be unpacked.');
    const torn = Buffer.from(bytes);
    torn.fill(0xff, 60, 90);
    await expect(read(torn)).rejects.toThrow('cannot be unpacked.');
    const locked = Buffer.from(bytes);
    const central = locked.indexOf(Buffer.from('PK\u0001\u0002'));
    locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8);
    await expect(read(locked)).rejects.toThrow('The package is locked by a password.');
  });
});

it('tells a format by what stands in the file', async () => {
  expect(formatOf(Buffer.from('<?xml version="1.0"?><!-- x --><quiz/>'))).toBe('Moodle XML');
  expect(formatOf(Buffer.from('<questestinterop/>'))).toBe('QTI');
  expect(formatOf(Buffer.from('::a::b{T}'))).toBe('GIFT');
  expect(formatOf(Buffer.from('Q\nA. x\nB. y\nANSWER: A\n'))).toBe('Aiken');
  expect(formatOf(await zip({ a: 'x' }))).toBe('QTI package');
  expect(() => formatOf(Buffer.from('<html></html>'))).toThrow('Files that begin with <html> are not known here.');
});
