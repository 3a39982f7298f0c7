import { type AnalysedItem, fewest } from './analysis.js';
import { chosenBy } from './statistics/choices.js';

/** What an author should look at, in a sentence. `danger` may cost learners marks they earned. */
export interface Flag {
  kind: string;
  level: 'danger' | 'warning' | 'note';
  says: string;
}

/** What the options of an item are called, and which are right; empty for an item without options. */
export interface ItemOption {
  id: string;
  text: string;
  correct: boolean;
}

/** What the figures of one item say, most urgent first. Few answers say little: then only their number is told. */
export function flagsOf(item: AnalysedItem, options: ItemOption[] = []): Flag[] {
  const safety = safetyFlags(item);
  if (item.n < fewest) {
    const says = `Only ${item.n} of at least ${fewest} answers: the figures may still change much.`;
    return [...safety, { kind: 'few', level: 'note', says }];
  }
  return [...safety, ...keyFlags(item, options), ...difficultyFlags(item), ...optionFlags(item, options)];
}

function safetyFlags({ findings, n }: AnalysedItem): Flag[] {
  const counted: [number, string, string][] = [
    [findings.tenfold, 'tenfold', 'missed the dose by a power of ten'],
    [findings.wrongUnit, 'wrong_unit', 'gave the unit of another product'],
    [findings.dangerZone, 'danger_zone', 'placed a point in a danger zone'],
  ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, kind, did]) => ({ kind, level: 'warning', says: `${count} of ${n} ${did}.` }));
}

function keyFlags(item: AnalysedItem, options: ItemOption[]): Flag[] {
  const flags: Flag[] = [];
  const isNegative = item.discrimination !== null && item.discrimination < 0;
  if (isNegative) {
    flags.push({
      kind: 'negative',
      level: 'danger',
      says: 'Strong learners get it wrong more often than weak ones: check the key.',
    });
  }
  const right = options.filter(({ correct }) => correct).map(({ id }) => id);
  const tempting = item.choices.find(({ answer, upper }) => {
    const best = item.choices.filter((choice) => right.includes(choice.answer)).map((choice) => choice.upper);
    return options.some(({ id }) => id === answer) && !right.includes(answer) && upper > Math.max(0, ...best);
  });
  if (right.length === 1 && tempting) {
    const named = textOf(options, tempting.answer);
    flags.push({ kind: 'rival', level: 'danger', says: `Strong learners choose ${named} more often than the key.` });
  }
  if (item.efficiency !== null && item.efficiency < 15 && !isNegative) {
    const says = 'It hardly tells strong learners from weak ones: it may be ambiguous, or about something else.';
    flags.push({ kind: 'inefficient', level: 'warning', says });
  }
  return flags;
}

function difficultyFlags(item: AnalysedItem): Flag[] {
  const says =
    item.facility >= 95
      ? 'Nearly everyone gets it right.'
      : item.guess !== null && item.facility <= item.guess
        ? 'Guessing would do as well.'
        : item.facility <= 10
          ? 'Hardly anyone gets it right.'
          : undefined;
  return says ? [{ kind: item.facility >= 95 ? 'easy' : 'hard', level: 'note', says }] : [];
}

function optionFlags(item: AnalysedItem, options: ItemOption[]): Flag[] {
  const unused = options.filter(({ id, correct }) => !correct && !item.choices.some(({ answer }) => answer === id));
  const inverted = item.choices.filter(
    (choice) =>
      options.some(({ id, correct }) => id === choice.answer && !correct) &&
      choice.upper > choice.lower &&
      chosenBy(choice) >= item.n / 20,
  );
  return [
    ...unused.map(({ id }): Flag => {
      return { kind: 'unused', level: 'note', says: `Option ${textOf(options, id)} is never chosen.` };
    }),
    ...inverted.map(({ answer }): Flag => {
      const says = `Option ${textOf(options, answer)} is wrong, yet draws more strong learners than weak ones.`;
      return { kind: 'attractive', level: 'warning', says };
    }),
  ];
}

const textOf = (options: ItemOption[], id: string): string =>
  `“${options.find((option) => option.id === id)?.text ?? id}”`;
