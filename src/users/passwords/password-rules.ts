import { weakPassword } from '../users.errors.js';
import { isGuessable } from './guessable.js';

export const shortest = 15;
export const longest = 128;

/** Says beside the field what a password must be. */
export const passwordHelp = `At least ${shortest} characters. Four or five words that do not belong together are easy to keep in mind.`;

export interface Chosen {
  password: string;
  email: string;
  name: string;
}

/**
 * A password stands alone here, so it must be long; nothing is asked of its composition (NIST SP 800-63B).
 * @throws weak_password at `field`, with the reason
 */
export async function requireGoodPassword(chosen: Chosen, field = 'password'): Promise<void> {
  const reason = (await reasonAgainst(chosen)) ?? undefined;
  if (reason) throw weakPassword(reason, field);
}

async function reasonAgainst({ password, email, name }: Chosen): Promise<string | undefined> {
  const length = [...password].length;
  if (length < shortest) return `Use at least ${shortest} characters; this has ${length}.`;
  if (length > longest) return `Use at most ${longest} characters; this has ${length}.`;
  if (isMadeOf(password, [email, ...email.split('@')])) return 'Do not use your e-mail address as the password.';
  if (isMadeOf(password, ['glabella'])) return 'Do not use the name of this site as the password.';
  if (await isGuessable(password, [email, name, 'glabella'])) {
    return 'This password is on lists that attackers try first, or is easy to guess. Choose another one.';
  }
  return undefined;
}

/** True when little is left of a password after the word is taken out of it, however often it is in it. */
export function isMadeOf(password: string, words: string[]): boolean {
  const letters = lettersOf(password);
  return words
    .map(lettersOf)
    .filter((word) => word.length >= 4)
    .some((word) => letters.includes(word) && letters.replaceAll(word, '').length < 4);
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
