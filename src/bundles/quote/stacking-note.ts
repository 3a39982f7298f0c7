import type { QuoteReason } from './quote.js';
import type { LineDraft } from './quote-line.js';

const step: Partial<Record<QuoteReason['reason'], number>> = { offer: 1, volume: 1, upgrade_credit: 2, code: 3 };

/** The stacking rule in words, where more than one kind of reduction is at work. */
export function stackingNote(lines: readonly LineDraft[]): string[] {
  const steps = new Set(lines.flatMap((line) => line.reasons.flatMap(({ reason }) => step[reason] ?? [])));
  if (steps.size < 2) return [];
  return [
    'Reductions are taken in this order: the offer or the volume price, whichever is lower; then credit for courses you own; then one code, on what is left.',
  ];
}
