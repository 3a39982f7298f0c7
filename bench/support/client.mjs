import { Agent, request as ask } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request over a kept connection. @throws unless the answer is a 2xx */
export function request(url, { method = 'GET', headers = {}, json, text } = {}, again = true) {
  const body = json === undefined ? text : JSON.stringify(json);
  const sent = {
    origin: new URL(url).origin,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const call = ask(url, { method, headers: sent, agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status, headers: got } = response;
        const answer = Buffer.concat(parts).toString();
        if (status >= 300) return reject(new Error(`${method} ${url}: ${status} ${answer.slice(0, 500)}`));
        const isJson = /json/.test(got['content-type'] ?? '');
        resolve({ status, headers: got, text: answer, body: isJson ? JSON.parse(answer) : undefined });
      });
    });
    call.on('error', (error) => {
      // The server closed a kept connection just as it was used again: nothing was read, so it is asked once more.
      const stale = call.reusedSocket && error.code === 'ECONNRESET' && again;
      if (stale) request(url, { method, headers, json, text }, false).then(resolve, reject);
      else reject(error);
    });
    call.end(body);
  });
}

/** `width` workers take the items in order until none is left. */
export async function inParallel(width, items, work) {
  let next = 0;
  const results = new Array(items.length);
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
