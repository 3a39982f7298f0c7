import sharp from 'sharp';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

let app: TestApp;
let author: Client;
beforeAll(async () => {
  app = await testApp();
  author = await app.signIn('author');
  await author.form('/bank', { slug: 'pictured', title: 'Pictured', language: 'en' });
});
afterAll(() => app.close());

const octets = { 'content-type': 'application/octet-stream' };
const png = (green: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 9, g: green, b: 9 } } })
    .png()
    .toBuffer();
const send = (bytes: Buffer) => author.raw<any>('POST', '/api/bank/pictures', bytes, octets);
const question = (id: string, picture: object) => ({
  ...{ id, type: 'trueFalse', topic: 't', text: 'Is it?', feedback: 'F', source: 'S', answer: true, picture },
});
const save = (id: string, picture: object) =>
  author.post('/api/bank/pools/pictured/questions', { question: question(id, picture) });

describe('a picture sent to the bank', () => {
  it('is stored once, served to who is signed in, and can be chosen again', async () => {
    const first = await send(await png(100));
    expect(first).toMatchObject({ status: 201, body: { width: 40, height: 30 } });
    expect((await send(await png(100))).body).toEqual(first.body);
    const shown = await author.get(`/question-pictures/${first.body.id}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await app.client().get(`/question-pictures/${first.body.id}`)).status).toBe(303);
    expect((await save('shown', { ...first.body, alt: 'A green field.' })).status).toBe(201);
    const { body } = await author.get('/api/bank/pools/pictured/pictures');
    expect(body).toEqual([{ ...first.body, alt: 'A green field.' }]);
  });

  it('is refused if it is a drawing, and nothing is stored', async () => {
    const refused = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'picture_type_refused' } });
  });

  it('is served as a picture alone, whatever else it was when it was sent', async () => {
    const { body } = await send(
      Buffer.concat([await png(7), Buffer.from('PK\u0003\u0004<?php ?><script>alert(1)</script>')]),
    );
    const { headers, text } = await author.get(`/question-pictures/${body.id}`);
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/png', 'nosniff']);
    expect(text).not.toMatch(/script|php/);
    for (const sent of ['<?php system(1); ?>', '<!doctype html>', 'GIF89a=1;alert(1)', '%PDF-1.7'])
      expect((await send(Buffer.from(sent))).body).toMatchObject({ code: 'picture_type_refused' });
  });

  it('must be there when a question names it', async () => {
    const absent = { id: '00000000-0000-8000-8000-000000000000', width: 1, height: 1, alt: 'None.' };
    expect(await save('absent', absent)).toMatchObject({ status: 422, body: { code: 'picture_unknown' } });
    expect(await save('beside', { file: 'beside.svg', alt: 'None.' })).toMatchObject({ status: 422 });
  });
});

describe('the picture field of the editor', () => {
  const page = '/bank/pictured/new?type=trueFalse';
  const typed = (id: string) => ({
    ...{ 'question.type': 'trueFalse', 'question.id': id, 'question.text': 'Is it so?', 'question.marks': '1' },
    ...{ 'question.answer': 'true', 'question.feedback': 'F', 'question.source': 'S', 'question.topic': 't' },
    ...{ 'question.difficulty': 'easy', 'question.cognitive': 'recall' },
  });
  async function post(fields: Record<string, string>, file?: Buffer, name = 'question.picture.upload') {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    if (file) form.append(name, new Blob([new Uint8Array(file)]), 'picture.png');
    const sent = new Response(form);
    const type = { 'content-type': sent.headers.get('content-type')!, accept: 'text/html' };
    return author.raw<string>('POST', page, Buffer.from(await sent.arrayBuffer()), type);
  }
  const pictureOf = (slug: string) =>
    app.db.row<{ picture: object }>(
      `SELECT v.body -> 'picture' AS picture FROM question_versions v JOIN questions q ON q.id = v.question_id
       WHERE q.slug = $1`,
      [slug],
    );

  it('takes a picture with the question that shows it', async () => {
    const saved = await post({ ...typed('with'), 'question.picture.alt': 'A field.' }, await png(50));
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/bank/pictured/questions/with']);
    expect(await pictureOf('with')).toMatchObject({ picture: { alt: 'A field.', width: 40, height: 30 } });
  });

  it('shows a picture before anything is saved, and keeps it while another field is wrong', async () => {
    const shown = await post({ ...typed('shown-first'), arrange: '{"show":true}' }, await png(60));
    expect(shown.status).toBe(200);
    const [, id] = /name="question.picture.id" value="([^"]+)"/.exec(shown.text)!;
    const kept = { 'question.picture.id': id!, 'question.picture.width': '40', 'question.picture.height': '30' };
    const refused = await post({ ...typed('shown-first'), ...kept });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Say what the picture shows')]);
    expect(refused.text).toContain(`src="/question-pictures/${id}"`);
    const gone = await post({ ...typed('shown-first'), ...kept, arrange: '{"clear":"question.picture"}' });
    expect(gone.text).toContain('name="question.picture.id" value=""');
  });

  it('refuses a bad file at its field, and loses nothing that was typed', async () => {
    const refused = await post(typed('bad-file'), Buffer.from('<svg/>'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="field-question-picture-upload-error"');
    expect(refused.text).toContain('Drawings (SVG) are refused');
    expect(refused.text).toContain('Is it so?');
    const large = await post(typed('bad-file'), Buffer.alloc(9_000_000));
    expect([large.status, large.text]).toEqual([422, expect.stringContaining('at most 8 MB')]);
    expect(large.text).toContain('value="bad-file"');
  });

  it('takes one of those stored, with its words', async () => {
    const { body } = await author.get('/api/bank/pools/pictured/pictures');
    const [{ id }] = body.filter(({ alt }: { alt: string }) => alt === 'A green field.');
    expect((await post({ ...typed('chosen'), 'question.picture.choose': id })).status).toBe(303);
    expect(await pictureOf('chosen')).toMatchObject({ picture: { id, alt: 'A green field.' } });
  });

  it('asks for a picture where there are only words for one', async () => {
    const refused = await post({ ...typed('words'), 'question.picture.alt': 'A field.' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('leave its words empty')]);
  });
});
