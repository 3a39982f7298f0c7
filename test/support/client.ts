export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

/** A person's browser without the browser: keeps cookies, says where its requests come from. */
export class Client {
  private readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get = <T = any>(path: string, headers: Record<string, string> = {}) => this.send<T>('GET', path, undefined, headers);
  post = <T = any>(path: string, body?: object, headers: Record<string, string> = {}) =>
    this.send<T>('POST', path, body, headers);
  put = <T = any>(path: string, body?: object, headers: Record<string, string> = {}) =>
    this.send<T>('PUT', path, body, headers);
  patch = <T = any>(path: string, body?: object, headers: Record<string, string> = {}) =>
    this.send<T>('PATCH', path, body, headers);
  delete = <T = any>(path: string, headers: Record<string, string> = {}) =>
    this.send<T>('DELETE', path, undefined, headers);

  /** Posts like an HTML form does. */
  form(path: string, fields: Record<string, string> | [string, string][]): Promise<Answer<any>> {
    const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
    return this.raw('POST', path, new URLSearchParams(fields).toString(), type);
  }

  private send<T>(method: string, path: string, body: object | undefined, headers: Record<string, string>) {
    const json = body === undefined ? undefined : JSON.stringify(body);
    return this.raw<T>(method, path, json, { ...(json && { 'content-type': 'application/json' }), ...headers });
  }

  /** Any request; redirects are answers, not followed. */
  async raw<T>(method: string, path: string, body: string | Buffer | undefined, headers: Record<string, string>) {
    const response = await fetch(new URL(path, this.url), {
      method,
      body: typeof body === 'string' ? body : body && new Uint8Array(body),
      redirect: 'manual',
      headers: { origin: this.url, cookie: this.cookieHeader(), ...headers },
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text ? JSON.parse(text) : text) as T,
    } satisfies Answer<T>;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(header: string): void {
    const [pair, ...attributes] = header.split(';');
    const [name, ...value] = pair!.split('=');
    const isGone = attributes.some((attribute) => /expires=Thu, 01 Jan 1970|max-age=0/i.test(attribute));
    if (isGone || value.join('=') === '') this.cookies.delete(name!.trim());
    else this.cookies.set(name!.trim(), value.join('='));
  }
}
