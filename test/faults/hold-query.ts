import pg from 'pg';

export interface HeldQuery {
  /** Once the query was asked for; it has not reached the database yet. */
  reached: Promise<void>;
  release(): void;
}

/** Keeps the next query with this text from the database until it is released; all others pass it. */
export function holdQuery(text: string): HeldQuery {
  const prototype = pg.Client.prototype as unknown as { query: (...parameters: unknown[]) => unknown };
  const original = prototype.query;
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    if (!JSON.stringify(parameters[0]).includes(text)) return original.apply(this, parameters);
    prototype.query = original;
    reached.resolve();
    const answer = released.promise.then(() => original.apply(this, parameters));
    return typeof parameters.at(-1) === 'function' ? undefined : answer;
  };
  return { reached: reached.promise, release: released.resolve };
}
