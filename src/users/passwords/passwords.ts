import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Slots } from './slots.js';

/** argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password nobody has: checking against it takes as long as checking against a real one. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$Iq/5uV8ioVKQvzmr6lhDXw$4IQVHavMBtufY8ZpKTgxq/bxUn3jeZC4r/h1fZmtz1Y';

/**
 * Hashing takes a core for tens of milliseconds, so that few can be done at once without making every page wait:
 * on half of the cores, a short queue, and beyond that a polite refusal.
 */
@Injectable()
export class Passwords {
  private readonly slots = new Slots(Math.max(1, Math.floor(availableParallelism() / 2)), 64);

  hash(password: string): Promise<string> {
    return this.slots.run(() => hash(password.normalize('NFKC'), cost));
  }

  /**
   * Waits for a turn, then runs `work` with the means to check one password: what `work` looks up before checking is
   * then still true, however many tries arrive at once.
   */
  inTurn<T>(work: (check: PasswordCheck) => Promise<T>): Promise<T> {
    return this.slots.run(() => work(check));
  }
}

/** True when it is the password. Without a stored hash it takes just as long and is false. */
export type PasswordCheck = (stored: string | undefined, password: string) => Promise<boolean>;

async function check(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? nobody, password.normalize('NFKC'));
  return right && stored !== undefined;
}
