import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

export interface VaultPlace {
  /** Where Vault listens: `https://vault.example:8200`. */
  address: string;
  mount: string;
  key: string;
  /** Asked for each request: what renews a token on disk needs no restart. */
  token: () => Promise<string>;
  /** Milliseconds one request may take; 3,000. */
  patience?: number;
  /** Milliseconds before each new try; a fifth of a second and a second. */
  pauses?: number[];
}

/** Vault did not do what it was asked. The message is for operators and never holds the token. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}

const success = z.object({ data: z.unknown() });
const refusal = z.object({ errors: z.array(z.string()) });

/** The HTTP interface of one key of Vault's transit engine. */
export class VaultTransit {
  constructor(private readonly place: VaultPlace) {}

  /** @returns the answer's `data`, unchecked @throws VaultError */
  readKey(): Promise<unknown> {
    return this.ask('GET', 'keys');
  }

  /** Asked again it gives the same signature: Ed25519 draws nothing. @returns `data`, unchecked @throws VaultError */
  sign(data: Uint8Array, version: number): Promise<unknown> {
    return this.ask('POST', 'sign', { input: Buffer.from(data).toString('base64'), key_version: version });
  }

  /** What may pass by itself is tried again: no answer, too many requests, a standby, a sealed or failing Vault. */
  private async ask(method: string, verb: string, body?: object): Promise<unknown> {
    const { address, mount, key, pauses = [200, 1_000] } = this.place;
    const url = `${address.replace(/\/+$/, '')}/v1/${mount}/${verb}/${key}`;
    for (let tried = 0; ; tried += 1) {
      const token = await this.place.token();
      const answer = await this.send(url, method, token, body);
      if ('data' in answer) return answer.data;
      const next = pauses[tried];
      if (!answer.passing || next === undefined) {
        throw new VaultError(`Vault, ${method} ${url}: ${answer.problem.replaceAll(token, '…')}`);
      }
      await pause(next);
    }
  }

  private async send(url: string, method: string, token: string, body?: object): Promise<Answer> {
    try {
      const answer = await fetch(url, {
        method,
        headers: { 'X-Vault-Token': token, 'X-Vault-Request': 'true', 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body),
        // Followed, it would take the token to whatever address is named.
        redirect: 'manual',
        signal: AbortSignal.timeout(this.place.patience ?? 3_000),
      });
      return read(answer.status, await answer.text());
    } catch (error) {
      return { problem: `no answer (${reasonOf(error)})`, passing: true };
    }
  }
}

type Answer = { data: unknown } | { problem: string; passing: boolean };

const hints: Record<number, string> = {
  307: 'it points to another address: set VAULT_ADDR to the active node or the balancer',
  403: 'the token is not valid, or its policy does not allow this',
  404: 'there is no such key or mount',
  503: 'it is sealed or under maintenance',
};

function read(status: number, text: string): Answer {
  const json = parsed(text);
  const given = success.safeParse(json);
  if (status === 200 && given.success) return { data: given.data.data };
  const said = refusal.safeParse(json).data?.errors.join('; ').slice(0, 300);
  const problem = [`answered ${status}`, hints[status], said].filter(Boolean).join(': ');
  return { problem, passing: status >= 500 || status === 429 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? (name === 'TimeoutError' ? 'too slow' : 'connection failed');
}

const visible = /^[\x21-\x7e]+$/;

export const fixedToken = (token: string) => (): Promise<string> => Promise.resolve(token);

/** The token in a file that Vault's agent keeps fresh. */
export const tokenFile = (path: string) => async (): Promise<string> => {
  const token = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new VaultError(`VAULT_TOKEN_FILE cannot be read (${error.code}).`);
  });
  // Whoever is told that a header is malformed is told the header.
  if (!visible.test(token.trim())) throw new VaultError('VAULT_TOKEN_FILE does not hold one token.');
  return token.trim();
};
