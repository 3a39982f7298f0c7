import { inLanguage } from '../marking/decimal.js';
import type { Separator } from '../marking/separator.js';
import type { AskedQuestion } from '../views/question-view.js';
import type { PlacedPoint } from './read-points.js';

export type Choice = { id: string; text: string };
export type Product = { id: string; name: string; unit: string };

export const productsOf = (question: AskedQuestion) => (question['products'] ?? []) as Product[];
export const depthsOf = (question: AskedQuestion) => (question['depths'] ?? []) as Choice[];
export const separatorOf = (question: AskedQuestion): Separator => (question['separator'] === ',' ? ',' : '.');

/** The points of a response; of one that could not be read, those that can be shown. */
export function pointsIn(held: Record<string, unknown> | null): PlacedPoint[] {
  const points = Array.isArray(held?.['points']) ? (held['points'] as unknown[]) : [];
  return points.filter((each): each is PlacedPoint => Number.isInteger((each as PlacedPoint | null)?.x));
}

/** Millionths as a percentage: "31.4". */
export const percentText = (millionths: number, separator: Separator): string =>
  inLanguage(String(Math.round(millionths / 1000) / 10), separator);

/** One point in words. What was left open is said. */
export function pointWords(question: AskedQuestion, { x, y, units, product, depth }: PlacedPoint): string {
  const separator = separatorOf(question);
  const place = `${percentText(x, separator)} % across, ${percentText(y, separator)} % down`;
  if (productsOf(question).length === 0) return place;
  const of = productsOf(question).find(({ id }) => id === product);
  const dose = units ? `${units} ${of?.unit ?? 'units'}` : 'no dose';
  const plane = depthsOf(question).find(({ id }) => id === depth)?.text ?? 'no depth';
  return `${place}: ${dose} of ${of?.name ?? 'no product'}, ${lowered(plane)}`;
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

export const pointsWords = (question: AskedQuestion, held: Record<string, unknown>): string =>
  pointsIn(held)
    .map((point, at) => `Point ${at + 1}: ${pointWords(question, point)}`)
    .join('; ');

/** A, B … Z, AA … */
export const letter = (at: number): string =>
  (at < 26 ? '' : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
