import pg from 'pg';

type Query = (...parameters: unknown[]) => unknown;
const prototype = pg.Client.prototype as unknown as { query: Query };

/** How many statements `act` makes; those of other work count too. */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const original = prototype.query;
  let made = 0;
  prototype.query = function (this: pg.Client, ...parameters) {
    made += 1;
    return original.apply(this, parameters);
  };
  try {
    await act();
    return made;
  } finally {
    prototype.query = original;
  }
}

/**
 * Runs `act` and cuts the database connection that makes the n-th statement of it, before the statement or after its
 * answer. What was not committed is gone, as after a crash; the process goes on. Statements of other work count too.
 * @returns whether `act` ended all the same
 */
export async function crashAt(
  statement: number,
  when: 'before' | 'after',
  act: () => Promise<unknown>,
): Promise<boolean> {
  const original = prototype.query;
  let made = 0;
  let closed: Promise<void> | undefined;
  prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    made += 1;
    if (made !== statement) return original.apply(this, parameters);
    const stream = (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
    const cut = () => {
      closed = new Promise((resolve) => this.once('end', resolve));
      stream.destroy();
    };
    if (when === 'before') cut();
    const callback = parameters.at(-1);
    if (typeof callback === 'function') {
      const cutFirst = (...answer: unknown[]) => {
        cut();
        (callback as (...given: unknown[]) => void)(...answer);
      };
      return original.apply(this, [...parameters.slice(0, -1), when === 'after' ? cutFirst : callback]);
    }
    const answer = original.apply(this, parameters) as Promise<unknown>;
    return when === 'after' ? answer.finally(cut) : answer;
  };
  try {
    await act();
    return true;
  } catch {
    return false;
  } finally {
    prototype.query = original;
    // Until the client knows that it is cut off, its pool would hand it to whoever comes next.
    await closed;
  }
}
