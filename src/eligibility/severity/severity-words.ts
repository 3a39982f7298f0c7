/** Two digits after the point; empty when there is none. */
export const figure = (value: number | null): string => (value === null ? '' : value.toFixed(2));

/** "0.40 stricter" */
export function deviationWords(deviation: number | null): string {
  if (deviation === null) return 'Too few to say';
  if (Math.abs(deviation) < 0.005) return 'Like the others';
  return `${Math.abs(deviation).toFixed(2)} ${deviation < 0 ? 'stricter' : 'milder'}`;
}
