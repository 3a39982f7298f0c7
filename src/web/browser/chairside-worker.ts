/**
 * Keeps a copy of the preceptor's page with what it needs, so that it opens at a chairside without network. With network the
 * page always comes from the server; whoever is not signed in any more leaves no copy behind.
 */
(() => {
  interface Waiting extends Event {
    waitUntil(work: Promise<unknown>): void;
  }
  interface Fetching extends Waiting {
    request: Request;
    respondWith(answer: Promise<Response>): void;
  }
  interface Worker {
    addEventListener(kind: 'install' | 'activate', then: (event: Waiting) => void): void;
    addEventListener(kind: 'fetch', then: (event: Fetching) => void): void;
    skipWaiting(): Promise<void>;
    clients: { claim(): Promise<void> };
    location: Location;
  }
  const worker = self as unknown as Worker;
  const page = '/preceptor';
  // The address of this script changes with its content: another build begins with another copy.
  const copy = `chairside ${worker.location.pathname}`;
  const parts = /\/assets\/[\w./-]+\.(?:js|css|woff2)/g;

  /** The page and, from it on, every script, style and font it names. */
  async function keepWhole(answer: Response): Promise<void> {
    const cache = await caches.open(copy);
    await cache.put(page, answer.clone());
    const wanted = new Set((await answer.text()).match(parts));
    for (const part of wanted) {
      if (await cache.match(part)) continue;
      const got = await fetch(part);
      if (!got.ok) continue;
      await cache.put(part, got.clone());
      if (part.endsWith('.js')) for (const more of (await got.text()).match(parts) ?? []) wanted.add(more);
    }
  }

  const isTheirs = (answer: Response) => answer.ok && !answer.redirected && new URL(answer.url).pathname === page;
  const forget = async () => void (await caches.delete(copy));

  async function open(request: Request, event: Waiting): Promise<Response> {
    try {
      const answer = await fetch(request);
      // Signed out, or another role: what was kept is nobody's business any more.
      const kept = answer.clone();
      event.waitUntil(isTheirs(answer) ? keepWhole(kept) : answer.status < 500 ? forget() : Promise.resolve());
      return answer;
    } catch (error) {
      const kept = await caches.match(page, { cacheName: copy });
      if (!kept) throw error;
      // The page says that it is a copy.
      const html = (await kept.text()).replace('<sign-offs ', '<sign-offs data-copy ');
      return new Response(html, { status: kept.status, headers: kept.headers });
    }
  }

  const part = async (request: Request) => (await caches.match(request, { cacheName: copy })) ?? fetch(request);

  async function begin(): Promise<void> {
    const answer = await fetch(page, { credentials: 'same-origin' });
    if (isTheirs(answer)) await keepWhole(answer);
    await worker.skipWaiting();
  }

  async function takeOver(): Promise<void> {
    for (const name of await caches.keys())
      if (name.startsWith('chairside ') && name !== copy) await caches.delete(name);
    await worker.clients.claim();
  }

  worker.addEventListener('install', (event) => event.waitUntil(begin()));
  worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
  worker.addEventListener('fetch', (event) => {
    const { pathname } = new URL(event.request.url);
    if (event.request.method !== 'GET') return;
    if (event.request.mode === 'navigate' && pathname === page) event.respondWith(open(event.request, event));
    else if (pathname.startsWith('/assets/')) event.respondWith(part(event.request));
  });
})();
