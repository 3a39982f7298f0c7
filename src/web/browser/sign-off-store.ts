/** A decision as it was made on this device, until the server has it. */
export interface KeptDecision {
  id: string;
  entry: string;
  /** Whose: another person on the same device neither sees nor sends it. */
  person: string;
  version: number;
  hash: string;
  decision: 'signed' | 'refused';
  rating?: number;
  reason?: string;
  deviceAt: string;
  /** What was decided on, in lines. */
  words: string[];
  /** Why the server did not take it, and what stands there instead. */
  refusal?: { detail: string; words: string[] };
}

const kept = 'decisions';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('sign-offs', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(kept, { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(kept, mode);
      const request = work(transaction.objectStore(kept));
      // Kept only once the device says so.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    });
  } finally {
    db.close();
  }
}

export const keep = (decision: KeptDecision) => run('readwrite', (store) => store.put(decision));
export const forget = (id: string) => run('readwrite', (store) => store.delete(id));

/** The decisions of one person, the oldest first. */
export async function allOf(person: string): Promise<KeptDecision[]> {
  const all = await run<KeptDecision[]>('readonly', (store) => store.getAll());
  return all.filter((decision) => decision.person === person).sort((a, b) => a.deviceAt.localeCompare(b.deviceAt));
}
