import sharp from 'sharp';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { exampleQuiz, importQuiz, newLearner, password, quiz } from '../quizzes.example.js';
import { plainName } from './plain-name.js';

const pdf = Buffer.from('%PDF-1.7 a treatment record');
const rubric = [{ id: 'whole', criterion: 'Complete', marks: 1 }];
const question = (id: string, type: string, more: object) => ({
  ...{ id, topic: 't', type, text: `Hand in ${id}.`, feedback: 'F', source: 'S' },
  ...more,
});

let app: TestApp;
let client: Client;
let attempt: string;
let questions: { id: string; text: string }[];
beforeAll(async () => {
  app = await testApp();
  const asked = [
    question('record', 'file', { rubric, maxFiles: 2, maxBytes: 1000 }),
    question('photograph', 'file', { rubric, accept: ['image/png'] }),
    question('essay', 'shortAnswer', { accept: [{ text: 'x' }] }),
  ];
  await importQuiz(app, exampleQuiz({ draw: 3, questions: asked }));
});
afterAll(() => app.close());
beforeEach(async () => {
  client = await app.signIn((await newLearner(app)).email, password);
  const started = await client.post(`/api/quizzes/${quiz}/attempts`);
  ({ id: attempt, questions } = started.body as { id: string; questions: typeof questions });
});

const idOf = (text: string) => questions.find((each) => each.text.includes(text))!.id;
const upload = (bytes: Buffer, text = 'record', name = 'a.pdf', by = client) =>
  by.raw<{ id: string; name: string; code?: string }>(
    'POST',
    `/api/attempts/${attempt}/files?question=${idOf(text)}`,
    bytes,
    { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
  );
const save = (text: string, files: unknown) =>
  client.put(`/api/attempts/${attempt}/responses/${idOf(text)}`, { rev: 0, response: { files } });

describe('a file as an answer', () => {
  it('is uploaded, named in the answer, and fetched by its owner and by examiners alone', async () => {
    const { status, body } = await upload(pdf, 'record', '../../secret/Protokoll – Lena.pdf');
    expect([status, body.name]).toEqual([201, 'Protokoll – Lena.pdf']);
    expect((await save('record', [body.id])).status).toBe(200);
    const address = `/api/attempts/${attempt}/files/${body.id}`;
    const own = await client.get(address);
    expect([own.status, own.text, own.headers.get('content-type')]).toEqual([200, pdf.toString(), 'application/pdf']);
    expect(own.headers.get('content-disposition')).toContain('attachment');
    expect((await (await app.signIn('examiner')).get(address)).status).toBe(200);
    for (const stranger of ['learner2', 'author', 'accountant']) {
      expect((await (await app.signIn(stranger)).get(address)).status).toBe(404);
    }
    const { kinds } = (await app.db.row<{ kinds: string[] }>(
      'SELECT array_agg(kind ORDER BY seq) AS kinds FROM attempt_events WHERE attempt_id = $1',
      [attempt],
    ))!;
    expect(kinds).toEqual(['attempt.started', 'file.uploaded', 'response.saved']);
  });

  it('is drawn anew if it is a photograph, which then says nothing of where it was taken', async () => {
    const place = { IFD3: { GPSLatitude: '51/1 30/1 0/1' }, IFD0: { Artist: 'Lena Patient' } };
    const photograph = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).withMetadata({
      exif: place,
    });
    const sent = Buffer.concat([await photograph.png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect(sent.includes('Lena Patient')).toBe(true);
    const { status, body } = await upload(sent, 'photograph', 'a.php');
    expect(status).toBe(201);
    const kept = (await app.db.row<{ bytes: Buffer; media_type: string; sha256: string; told: string }>(
      `SELECT bytes, media_type, encode(sha256(bytes), 'hex') AS sha256, (SELECT data ->> 'sha256' FROM attempt_events
         WHERE data ->> 'file' = $1) AS told FROM response_files WHERE id::text = $1`,
      [body.id],
    ))!;
    expect(await sharp(kept.bytes).metadata()).toMatchObject({ format: 'png', width: 8, height: 8 });
    expect(kept.bytes.toString('latin1')).not.toMatch(/Lena|eXIf|script/);
    expect([kept.media_type, kept.told]).toEqual(['image/png', kept.sha256]);
  });

  it.each<[string, () => ReturnType<typeof upload>, string]>([
    [
      'another kind of file, whatever its name',
      () => upload(Buffer.from('MZ…'), 'record', 'a.pdf'),
      'file_type_refused',
    ],
    ['a drawing', () => upload(Buffer.from('<svg/>'), 'photograph', 'a.png'), 'file_type_refused'],
    [
      'a script that begins as a picture',
      () => upload(Buffer.from('GIF89a=1;alert(1)'), 'photograph'),
      'file_type_refused',
    ],
    ['a beginning alone', () => upload(Buffer.from('\x89PNG\r\n\x1a\n<?php', 'latin1'), 'photograph'), 'file_broken'],
    ['a kind that the question does not take', () => upload(pdf, 'photograph'), 'file_type_refused'],
    ['a file larger than the question allows', () => upload(Buffer.alloc(1001, pdf)), 'file_too_large'],
    ['a file larger than any question allows', () => upload(Buffer.alloc(10_000_001, pdf)), 'file_too_large'],
    ['an empty file', () => upload(Buffer.alloc(0)), 'file_empty'],
  ])('is refused for %s', async (_, send, code) => {
    expect(await send()).toMatchObject({ status: 422, body: { code } });
  });

  it('cannot be put where files are not asked for, into another attempt, or after the end', async () => {
    expect((await upload(pdf, 'essay')).status).toBe(404);
    expect((await upload(pdf, 'record', 'a.pdf', await app.signIn('learner2'))).status).toBe(404);
    const { body } = await upload(pdf);
    expect((await save('photograph', [body.id])).body).toMatchObject({ code: 'response_invalid' });
    expect((await save('record', [crypto.randomUUID()])).body).toMatchObject({ code: 'response_invalid' });
    await client.post(`/api/attempts/${attempt}/submission`);
    expect(await upload(pdf)).toMatchObject({ status: 409, body: { code: 'attempt_finished' } });
  });

  it('is not taken while the attempt is paused', async () => {
    const act = async (action: string) =>
      (await app.signIn('examiner')).post(`/api/examiners/attempts/${attempt}/actions`, {
        action,
        reason: 'Fire alarm',
      });
    await act('pause');
    expect(await upload(pdf)).toMatchObject({ status: 409, body: { code: 'attempt_paused' } });
    await act('resume');
    expect((await upload(pdf)).status).toBe(201);
  });

  it('leaves the attempt without a result until an examiner has marked it; without an answer there is nothing to mark', async () => {
    const { body } = await upload(pdf);
    await save('record', [body.id]);
    const result = await client.post(`/api/attempts/${attempt}/submission`);
    expect(result.body).toMatchObject({ status: 'submitted' });
    expect(result.body).not.toHaveProperty('passed');
    const row = await app.db.row(
      `SELECT graded_at AS graded, passed, (SELECT count(*) FROM marks WHERE attempt_id = id) AS marks FROM attempts WHERE id = $1`,
      [attempt],
    );
    expect(row).toEqual({ graded: null, passed: null, marks: 2 });
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\Lena\\scan.pdf', 'scan.pdf'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['<b>.pdf', 'b.pdf'],
    ['', 'file'],
    [undefined, 'file'],
    ['x'.repeat(200), 'x'.repeat(120)],
  ])('of %j is kept as %j', (sent, kept) => {
    expect(plainName(sent)).toBe(kept);
  });
});
