import { Client, freePort, testApp, type TestApp } from '../../test/support/index.js';

const demoPassword = 'glabella-demo-password';

let app: TestApp;
let port: number;
beforeAll(async () => {
  port = await freePort();
  app = await testApp({ BASE_URL: 'https://glabella.test', PORT: String(port) });
});
afterAll(() => app?.close());

/** Speaks to the node as the proxy in front of it does. */
const newClient = () => new Client(`http://localhost:${port}`);

const origin = { origin: 'https://glabella.test' };
const credentials = { email: 'learner@demo.glabella.test', password: demoPassword };

describe('behind https', () => {
  it('the cookie is bound to our host, sent over https alone, and hidden from scripts', async () => {
    const answer = await newClient().post('/api/session', credentials, origin);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-glabella=s%3A[\w-]{43}\./);
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toMatch(/domain=/i);
  });

  it('the session works, and its cookie goes when the person signs out', async () => {
    const client = newClient();
    await client.post('/api/session', credentials, origin);
    expect((await client.get('/api/session')).status).toBe(200);
    const answer = await client.delete('/api/session', origin);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-glabella=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/);
  });

  it('mails name our own address', async () => {
    const email = 'https@example.com';
    await newClient().post('/api/people', { name: 'Noor', email, password: 'copper lantern before winter' }, origin);
    const mail = await app.db.row<{ text: string }>('SELECT text FROM mails WHERE to_email = $1', [email]);
    expect(mail!.text).toContain('https://glabella.test/confirm/');
  });
});
