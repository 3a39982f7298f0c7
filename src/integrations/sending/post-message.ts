import { request as overHttp } from 'node:http';
import { request as overHttps, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { Destination } from './destinations.js';

export type Outcome = 'delivered' | 'answered' | 'redirected' | 'timed-out' | 'refused' | 'unreachable';

/** What came of one attempt. `answered`: with a status that says no. */
export interface Attempt {
  outcome: Outcome;
  status: number | null;
  tookMs: number;
}

export interface Message {
  headers: Record<string, string>;
  body: string;
  method?: 'POST' | 'PUT';
}

/** Posts a message to an address that was looked at. Follows nothing, keeps nothing of the answer but its status. */
@Injectable()
export class PostMessage {
  /** From the first byte that leaves until the status is there. */
  patienceMs = 15_000;

  to({ url, address }: Destination, { headers, body, method = 'POST' }: Message): Promise<Attempt> {
    const since = performance.now();
    const bytes = Buffer.from(body);
    const options: RequestOptions = {
      method,
      agent: false,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Glabella',
        ...headers,
        'content-length': bytes.length,
      },
      // The name is not looked up a second time: what was looked at is what is connected to.
      lookup: (_host, asked, answer) =>
        asked.all ? answer(null, [{ address, family: isIP(address) }]) : answer(null, address, isIP(address)),
    };
    return new Promise((done) => {
      const end = (outcome: Outcome, status: number | null = null) => {
        clearTimeout(patience);
        request.destroy();
        done({ outcome, status, tookMs: Math.round(performance.now() - since) });
      };
      const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, ({ statusCode: status = 0 }) =>
        end(outcomeOf(status), status),
      );
      const patience = setTimeout(() => end('timed-out'), this.patienceMs);
      request.on('error', (error: NodeJS.ErrnoException) =>
        end(error.code === 'ECONNREFUSED' ? 'refused' : 'unreachable'),
      );
      request.end(bytes);
    });
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'delivered';
  return status >= 300 && status < 400 ? 'redirected' : 'answered';
}
