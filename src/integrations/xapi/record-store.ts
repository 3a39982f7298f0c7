import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/index.js';
import { Names } from '../sending/names.js';
import { type Attempt, PostMessage } from '../sending/post-message.js';

const version = '1.0.3';

/** The learning record store that the operator named; none when there is none. Its address is the operator's word. */
@Injectable()
export class RecordStore {
  private readonly endpoint: string | undefined;
  private readonly authorization: string;

  constructor(
    private readonly names: Names,
    private readonly post: PostMessage,
    config: Config,
  ) {
    const { XAPI_ENDPOINT, XAPI_CREDENTIALS = '' } = config.values;
    this.endpoint = XAPI_ENDPOINT?.replace(/\/*$/, '/');
    this.authorization = `Basic ${Buffer.from(XAPI_CREDENTIALS).toString('base64')}`;
  }

  get isThere(): boolean {
    return this.endpoint !== undefined;
  }

  /** Puts one statement under its id: a second time the store has it already. */
  async put(id: string, statement: string): Promise<Attempt> {
    const url = new URL(`statements?statementId=${id}`, this.endpoint);
    const [address] = await this.names.resolve(url.hostname.replace(/^\[|\]$/g, '')).catch(() => []);
    if (!address) return { outcome: 'unreachable', status: null, tookMs: 0 };
    const headers = { authorization: this.authorization, 'x-experience-api-version': version };
    const attempt = await this.post.to({ url, address }, { method: 'PUT', headers, body: statement });
    // The id is made of the fact: what stands under it is what we sent before.
    return attempt.status === 409 ? { ...attempt, outcome: 'delivered' } : attempt;
  }
}
