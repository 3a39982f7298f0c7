import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';

const page: PageContext = {
  nonce: 'abc',
  path: '/catalogue/foundations',
  viewer: null,
  navigation: [
    { href: '/catalogue', label: 'Catalogue', section: 'main' },
    { href: '/cat', label: 'Cat', section: 'main' },
  ],
  asset: (name) => `/assets/${name}`,
  demo: false,
  requestId: '1',
  now: new Date('2026-11-22T12:00:00Z'),
  baseUrl: 'http://localhost:3000',
};
const viewer = { personId: '1', name: '<b>Ana', email: 'a@b.test', roles: [], sessionId: '1', confirmed: true };
async function render(over: Partial<PageContext> = {}): Promise<string> {
  return await (
    <Layout page={{ ...page, ...over }} title="A < B">
      <p>Hi</p>
    </Layout>
  );
}

describe('the document of a page', () => {
  it('begins with its doctype, so that no browser falls into quirks', async () => {
    expect(await render()).toMatch(/^<!doctype html><html lang="en">/);
  });

  it('shows names and titles as text', async () => {
    const html = await render({ viewer });
    expect(html).toContain('<title>A &lt; B · Glabella</title>');
    expect(html).not.toContain('<b>Ana');
  });

  it('marks the section one is in, and no other that begins alike', async () => {
    const html = await render();
    expect(html).toContain('<a href="/catalogue" aria-current="true">');
    expect(html).toContain('<a href="/cat">');
  });

  it('marks the section whatever its list is filtered by', async () => {
    expect(await render({ path: '/catalogue?q=lips' })).toContain('<a href="/catalogue" aria-current="page">');
  });

  it('gives every script the nonce', async () => {
    const html = await render();
    expect(html.match(/<script/g)).toHaveLength(html.match(/<script type="module" nonce="abc"/g)!.length);
  });

  it('offers a way in to visitors and a way out to people', async () => {
    expect(await render()).toContain('href="/sign-in"');
    expect(await render()).not.toContain('/sign-out');
    expect(await render({ viewer })).toContain('<form method="post" action="/sign-out">');
  });

  it('says in the title that a form was refused', () => {
    const form = { values: {}, errors: { email: 'Enter an e-mail.' }, summary: [] };
    expect(
      <Layout page={page} title="Sign up" form={form}>
        <p>Hi</p>
      </Layout>,
    ).toContain('<title>Error: Sign up');
  });

  it('shows the demo banner in the demo only', async () => {
    expect(await render()).not.toContain('/demo/mail');
    expect(await render({ demo: true })).toContain('/demo/mail');
  });
});
