import { SaxesParser } from 'saxes';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

/** What stands in elements of this name; throws where the text is no XML. */
function textsOf(xml: string, name: string): string[] {
  const parser = new SaxesParser({});
  const texts: string[] = [];
  let open = false;
  parser.on('opentag', (tag) => {
    open = tag.name === name;
    if (open) texts.push('');
  });
  parser.on('text', (text) => void (open && (texts[texts.length - 1] += text)));
  parser.on('closetag', () => (open = false));
  parser.write(xml).close();
  return texts;
}

/** The data of a page. */
const dataOf = (html: string): any[] =>
  JSON.parse(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!)['@graph'];
const ofType = (html: string, type: string) => dataOf(html).find((thing) => [thing['@type']].flat().includes(type));

/** Otherwise our client says that it wants everything anew. */
const asked = { 'cache-control': 'max-age=0' };

describe('what programs of others are told', () => {
  let app: TestApp;
  let visitor: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    visitor = app.client();
  }, 120_000);
  afterAll(() => app.close());

  it('in a demo: that nothing here is to be found', async () => {
    const { status, text } = await visitor.get('/robots.txt');
    expect(status).toBe(200);
    expect(text).toContain('Disallow: /\n');
    expect(text).not.toContain('Sitemap');
  });

  it('every page of the map is there, and is what it says it is', async () => {
    const { text, headers } = await visitor.get('/sitemap.xml');
    expect(headers.get('content-type')).toContain('application/xml');
    const all = textsOf(text, 'loc').map((address) => new URL(address));
    expect(all.length).toBeGreaterThan(10);
    for (const { origin, pathname } of all) {
      const page = await visitor.get(pathname, { accept: 'text/html' });
      expect({ pathname, origin, status: page.status }).toEqual({ pathname, origin: app.url, status: 200 });
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page.text)?.[1];
      if (canonical) expect(canonical).toBe(app.url + (pathname === '/' ? '/' : pathname));
    }
    for (const day of textsOf(text, 'lastmod')) expect(Number.isNaN(Date.parse(day))).toBe(false);
  });

  it('leaves out what is not on sale', async () => {
    await app.db.rows(`UPDATE products SET status = 'draft' WHERE slug = 'foundations'`);
    expect((await visitor.get('/sitemap.xml')).text).not.toContain('/courses/foundations<');
    await app.db.rows(`UPDATE products SET status = 'published' WHERE slug = 'foundations'`);
    expect((await visitor.get('/sitemap.xml')).text).toContain('/courses/foundations<');
  });

  it.each(['/robots.txt', '/sitemap.xml', '/articles.atom'])('%s is sent once to who keeps it', async (path) => {
    const first = await visitor.get(path);
    const again = await visitor.get(path, { ...asked, 'if-none-match': first.headers.get('etag')! });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
  });

  it('the feed is XML, whatever an article is called, and changes with it', async () => {
    const before = await visitor.get('/articles.atom');
    const since = before.headers.get('last-modified')!;
    const only = { ...asked, 'if-modified-since': since };
    expect((await visitor.get('/articles.atom', only)).status).toBe(304);
    const title = `]]> <b> & "quoted" \u0007 \u{1F489} '`;
    await app.db.rows(
      `INSERT INTO articles (id, slug, number, content_hash, title, summary, author, abstract, minutes, html, sources, trademarks,
         published_at)
       VALUES (gen_random_uuid(), 'odd', 1, 'odd', $1, 'S', 'A', 'A', 1, '<p>Text</p>', '[]', '[]', now() + interval '1 day')`,
      [title],
    );
    const after = await visitor.get('/articles.atom', only);
    expect(after.status).toBe(200);
    const [feed, newest] = textsOf(after.text, 'title');
    expect(feed).toBe('Articles of Glabella');
    expect(newest).toBe(title.replace('\u0007', ''));
    expect(textsOf(after.text, 'id')[1]).toBe(`${app.url}/articles/odd`);
    const page = (await visitor.get('/articles/odd')).text;
    expect(ofType(page, 'Article').headline).toBe(title);
    expect(page).toContain('href="' + app.url + '/articles.atom"');
  });

  it.each(['/bundles/cosmetic-injector-certification', '/courses/foundations'])(
    '%s tells the price that one would pay now, and until when',
    async (path) => {
      const page = (await visitor.get(path)).text;
      const { offers } = ofType(page, 'Course');
      const quoted = await visitor.post('/api/quotes', { items: [{ product: path.split('/')[2] }] });
      const { amount, currency } = quoted.body.total;
      expect({ price: Number(offers.price) * 100, currency: offers.priceCurrency }).toEqual({
        price: amount,
        currency,
      });
      const offer = await app.db.row<{ endsAt: Date }>(
        `SELECT upper(o.during) AS "endsAt" FROM offers o JOIN products p ON p.id = o.product_id
         WHERE p.slug = $1 AND o.during @> now() AND o.cancelled_at IS NULL LIMIT 1`,
        [path.split('/')[2]],
      );
      expect(offers.priceValidUntil).toBe(offer?.endsAt.toISOString());
      expect(ofType(page, 'BreadcrumbList').itemListElement.at(-1).item).toBe(app.url + path);
      expect(page).toContain(`<link rel="canonical" href="${app.url}${path}"/>`);
    },
  );

  it('is one address, whatever was asked of the page', async () => {
    const page = (await visitor.get('/articles/botox-for-pain?utm_source=x')).text;
    expect(page).toContain(`<link rel="canonical" href="${app.url}/articles/botox-for-pain"/>`);
    expect(page).toContain(`<meta property="og:url" content="${app.url}/articles/botox-for-pain"/>`);
  });

  it('cannot end its element, nor say what the page does not', async () => {
    await app.db.rows(
      `UPDATE products SET title = '</script><script>alert(1)</script><!--' WHERE slug = 'foundations'`,
    );
    const page = (await visitor.get('/courses/foundations')).text;
    // Within quotes of an attribute it is text.
    expect(page.replace(/="[^"]*"/g, '')).not.toContain('<script>alert');
    expect(ofType(page, 'Course').name).toBe('</script><script>alert(1)</script><!--');
  });
});
