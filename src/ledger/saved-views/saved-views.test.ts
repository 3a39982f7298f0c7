import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

describe('saved views', () => {
  let app: TestApp;
  let accountant: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    accountant = await app.signIn('accountant');
  }, 120_000);
  afterAll(() => app.close());

  const names = async (client = accountant): Promise<string[]> =>
    (await client.get('/api/books/views')).body.items.map(({ name }: any) => name);
  const page = () => accountant.get('/books/views', { accept: 'text/html' });
  const open = { name: 'What is open', address: '/books/refunds?status=open&currency=USD' };

  it('say what to do while there is none', async () => {
    expect((await page()).text).toContain('You have saved no view yet');
  });

  it('are kept from the foot of a list, as it is filtered, and opened again', async () => {
    const list = await accountant.get('/books/refunds?status=open&currency=USD', { accept: 'text/html' });
    expect(list.text).toContain(`name="address" value="${open.address}"`);
    const answer = await accountant.form('/books/views', open);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/books/views']);
    expect((await page()).text).toContain(`<a href="${open.address}">What is open</a>`);
    expect((await accountant.get(open.address, { accept: 'text/html' })).status).toBe(200);
  });

  it('take a new address under the same name, and keep one row', async () => {
    const address = '/books/refunds?status=sent';
    const [one, other] = await Promise.all([1, 2].map(() => accountant.post('/api/books/views', { ...open, address })));
    expect([one!.status, other!.body.id]).toEqual([201, one!.body.id]);
    const { body } = await accountant.get('/api/books/views');
    expect(body.items).toMatchObject([{ name: open.name, address }]);
  });

  it.each([
    [{ name: '', address: '/books' }, 'name'],
    [{ name: 'n'.repeat(81), address: '/books' }, 'name'],
    [{ name: 'Away', address: 'https://evil.example/books' }, 'address'],
    [{ name: 'Away', address: '//evil.example/books' }, 'address'],
    [{ name: 'Away', address: '/bookshelf' }, 'address'],
    [{ name: 'Away', address: '/books?q=a b' }, 'address'],
    [{ name: 'Long', address: `/books?q=${'a'.repeat(1000)}` }, 'address'],
  ])('refuse %j at the field %s, and keep what was typed', async (view, field) => {
    const answer = await accountant.post('/api/books/views', view);
    expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([400, [field]]);
    const shown = await accountant.form('/books/views', view);
    expect([shown.status, shown.text.includes(`field-${field}-error`)]).toEqual([422, true]);
    expect(shown.text).toContain(`value="${view.address}"`);
    expect(await names()).toEqual([open.name]);
  });

  it('belong to one person: others neither see nor remove them', async () => {
    const admin = await app.signIn('admin');
    const { id } = (await accountant.get('/api/books/views')).body.items[0];
    expect(await names(admin)).toEqual([]);
    expect((await admin.delete(`/api/books/views/${id}`)).status).toBe(404);
    expect((await admin.post('/api/books/views', open)).status).toBe(201);
    expect(await names()).toEqual([open.name]);
    expect((await (await app.signIn('learner')).post('/api/books/views', open)).status).toBe(403);
  });

  it('go away when they are removed, once', async () => {
    const { id } = (await accountant.get('/api/books/views')).body.items[0];
    expect((await accountant.form(`/books/views/${id}/removal`, {})).status).toBe(303);
    expect((await accountant.delete(`/api/books/views/${id}`)).status).toBe(404);
    const again = (await accountant.post('/api/books/views', open)).body.id;
    expect((await accountant.delete(`/api/books/views/${again}`)).status).toBe(204);
    expect(await names()).toEqual([]);
  });
});
