import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

describe('the language of pages', () => {
  let app: TestApp;
  let visitor: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    visitor = app.client();
  }, 60_000);
  afterAll(() => app?.close());

  const spanish = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' };

  it('is the one that the browser asks for, else English', async () => {
    const page = await visitor.get('/catalogue', spanish);
    expect(page.text).toContain('<html lang="es">');
    expect(page.text).toContain('<h1>Catálogo</h1>');
    expect(page.headers.get('vary')).toContain('Accept-Language');
    for (const asks of [
      { 'accept-language': '' },
      { 'accept-language': 'de' },
      { 'accept-language': 'en-GB,es;q=0.5' },
    ])
      expect((await visitor.get('/catalogue', asks)).text).toContain('<html lang="en">');
  });

  it('is the one that was chosen at the foot of a page, whatever the browser asks for, and leads back there', async () => {
    const reader = app.client();
    const answer = await reader.form('/language', { language: 'es', next: '/catalogue?topic=pain' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/catalogue?topic=pain']);
    expect((await reader.get('/catalogue')).text).toContain('<html lang="es">');
    await reader.form('/language', { language: 'en' });
    expect((await reader.get('/catalogue', spanish)).text).toContain('<html lang="en">');
  });

  it('is none that there is not, and leads to no other site', async () => {
    const reader = app.client();
    expect((await reader.form('/language', { language: 'xx' })).status).toBe(400);
    const away = await reader.form('/language', { language: 'es', next: '//elsewhere.test/' });
    expect(away.headers.get('location')).toBe('/');
  });

  it('says the same price as in English, as its readers write it', async () => {
    const { text } = await visitor.get('/bundles/cosmetic-injector-certification', spanish);
    expect(text).toMatch(/449,00[\s\u00a0]US\$/);
    expect(text).toMatch(/599,00[\s\u00a0]US\$/);
    expect(text).toContain('25 % de descuento');
    expect(text).toMatch(/\d{1,2} de [a-z]+ de 2026, \d\d:\d\d UTC/);
  });

  it('marks what is written in English as English', async () => {
    const { text } = await visitor.get('/courses/foundations', spanish);
    expect(text).toContain('<h1 lang="en">Foundations of cosmetic injection</h1>');
    expect(text).toContain('<div class="prose" lang="en">');
    const english = (await visitor.get('/courses/foundations')).text;
    expect(english).toContain('<h1>Foundations of cosmetic injection</h1>');
    expect(english).toContain('<div class="prose">');
  });

  it('is kept where a form is wrong, and what nobody translated says that it is English', async () => {
    const reader = app.client();
    await reader.form('/language', { language: 'es' });
    const wrong = await reader.form('/sign-in', { email: 'nobody@example.test', password: 'not the right password' });
    expect(wrong.text).toContain('La dirección de correo o la contraseña no son correctas.');
    expect(wrong.text).toContain('<title>Error: Entrar · Glabella</title>');
    const short = await reader.form('/sign-up', { name: 'Ana', email: 'ana@example.test', password: 'too short' });
    expect(short.text).toMatch(/lang="en"[^>]*>\s*Use at least 15 characters/);
    const empty = await reader.form('/sign-in', {});
    expect(empty.text).toContain('Escriba su contraseña.');
  });

  it('is English on a page that is not translated, which says so in the language that was asked for', async () => {
    const { text } = await visitor.get('/certifications', spanish);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('<p lang="es">Esta página solo existe en inglés.</p>');
    expect((await visitor.get('/certifications')).text).not.toContain('solo existe');
  });

  it('keeps the words of two readers apart who read at the same time', async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, at) => visitor.get('/articles', at % 2 ? spanish : {}).then(({ text }) => text)),
    );
    pages.forEach((text, at) => {
      expect(text.includes('<h1>Artículos</h1>')).toBe(at % 2 === 1);
      expect(text.includes('<h1>Articles</h1>')).toBe(at % 2 === 0);
    });
  });

  it('leaves the API in the words that programs know', async () => {
    const { body } = await visitor.get('/api/bundles/nothing-like-it', spanish);
    expect(body.code).toBe('not_found');
    expect(JSON.stringify(body)).not.toMatch(/[áéíóúñ]/);
  });
});
