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

  it('must be there when a question names it', async () => {
    const absent = { id: '00000000-0000-8000-8000-000000000000', width: 1, height: 1, alt: 'None.' };
    expect(await save('absent', absent)).toMatchObject({ status: 422, body: { code: 'picture_unknown' } });
    expect(await save('beside', { file: 'beside.svg', alt: 'None.' })).toMatchObject({ status: 422 });
  });
});
