import { readdirSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parseDocument } from 'htmlparser2';
import yauzl from 'yauzl';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

async function unzipped(archive: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(archive);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  return files;
}

describe('a course as Common Cartridge', () => {
  let app: TestApp;
  let author: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    author = await app.signIn('author');
  }, 120_000);
  afterAll(() => app?.close());

  async function download(course: string, under = '/api'): Promise<Buffer> {
    const address = `${under}/author/courses/${course}/editions/1/cartridge`;
    const answer = await fetch(new URL(address, app.url), { headers: { cookie: author.cookieHeader() } });
    if (answer.status !== 200) throw new Error(`${course}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }
  const tags = (xml: string, name: string): Record<string, string>[] => {
    const found: Record<string, string>[] = [];
    const walk = (node: any): void => {
      if (node.name === name) found.push(node.attribs);
      for (const child of node.children ?? []) walk(child);
    };
    walk(parseDocument(xml, { xmlMode: true }));
    return found;
  };

  it.each(readdirSync('content/courses'))(
    '%s has every file that it names, once, and names every file',
    async (course) => {
      const files = await unzipped(await download(course));
      const manifest = files.get('imsmanifest.xml')!;
      expect([...files.keys()][0]).toBe('imsmanifest.xml');
      expect(manifest).toContain('<schema>IMS Common Cartridge</schema><schemaversion>1.3.0</schemaversion>');
      const named = new Set(tags(manifest, 'file').map(({ href }) => href!));
      expect([...named, 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort());
      const resources = tags(manifest, 'resource').map(({ identifier }) => identifier);
      expect(new Set(resources).size).toBe(resources.length);
      for (const { identifierref } of tags(manifest, 'item'))
        if (identifierref) expect(resources).toContain(identifierref);
      const items = tags(manifest, 'item').map(({ identifier }) => identifier);
      expect(new Set(items).size).toBe(items.length);
      for (const [, page] of [...files].filter(([name]) => name.endsWith('.html')))
        for (const { src } of tags(page, 'img')) expect(named).toContain(src!.replace('../', ''));
    },
  );

  it('holds the lessons with their sources, in the order of the outline, the quiz, and what it leaves out by name', async () => {
    const files = await unzipped(await download('foundations'));
    const lesson = files.get('lessons/facial-layers.html')!;
    expect(lesson).toContain('The layered plan of the face answers the question of depth.');
    expect(lesson).toContain('<svg');
    expect(lesson).toContain('Standring S (ed.)');
    expect(files.get('quizzes/foundations-quiz.xml')).toContain('cc.multiple_choice.v0p1');
    expect(files.get('about.html')).toContain('Most poor outcomes in cosmetic injection');
    const { outline } = (await author.get('/api/courses/foundations')).body;
    const order = outline.flatMap((part: any) => part.items).map((item: any) => `${item.kind[0]}-${item.slug}`);
    const refs = tags(files.get('imsmanifest.xml')!, 'item').flatMap(({ identifierref }) => identifierref ?? []);
    expect(refs).toEqual(['about', ...order]);
    const exam = await unzipped(await download('certification-exam'));
    expect(exam.get('about.html')).toContain('what it draws from the question bank is exported there');
  });

  it('has the same bytes however often it is made, by page and by API', async () => {
    const once = await download('upper-face');
    expect(once.equals(await download('upper-face'))).toBe(true);
    expect(once.equals(await download('upper-face', ''))).toBe(true);
  });

  it('is not there for an edition that is not', async () => {
    for (const number of ['2', '0', 'x', '99999999'])
      expect((await author.get(`/api/author/courses/foundations/editions/${number}/cartridge`)).status).toBe(404);
    expect((await author.get('/api/author/courses/nothing/editions/1/cartridge')).status).toBe(404);
  });
});
