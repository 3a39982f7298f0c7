/** Whatever can tell the database's time: the database itself or an open transaction. */
export interface TimeSource {
  row<T>(sql: string, parameters?: unknown[]): Promise<T | undefined>;
}

/**
 * The one clock that decides: the database's. A verb asks it once and passes `now` down.
 * Inside a transaction pass `tx`: the answer is then the transaction's own time.
 */
export abstract class Clock {
  abstract now(source?: TimeSource): Promise<Date>;
}
