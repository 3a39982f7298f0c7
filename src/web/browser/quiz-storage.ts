import type { Answer } from './quiz-question.js';

const prefix = 'quiz-player:';

/** Under which name the answers of an attempt are kept on this device. */
export const storageKey = (attemptId: string): string => prefix + attemptId;

// A device may refuse to keep anything; saving to the server does not depend on it.
export function read(key: string): Record<string, { rev: number; response: Answer }> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, { rev: number; response: Answer }>;
  } catch {
    return {};
  }
}
export const write = (key: string, value: object) => attempt(() => localStorage.setItem(key, JSON.stringify(value)));
export const remove = (key: string) => attempt(() => localStorage.removeItem(key));
/** Nobody returns to another attempt's answers on this device once a new one is open. */
export const forgetOthers = (own: string) =>
  attempt(() => {
    const others = Object.keys(localStorage).filter((key) => key.startsWith(prefix) && key !== own);
    others.forEach((key) => localStorage.removeItem(key));
  });
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Kept in the page alone.
  }
}
