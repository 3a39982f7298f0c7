/** What the panel of an adopted study says of one item: a question, or one question of a case. */
export interface ItemRating {
  questionId: string;
  part: string | null;
  difficulty: string;
  /** Mean over the judges, from 0 to 100. */
  percent: number;
}

/** An item as it was drawn into a paper. */
export interface DrawnItem {
  questionId: string;
  part: string | null;
  difficulty: string;
  marks: number;
}

export interface PaperCut {
  /** Marks that pass this paper. */
  cut: number;
  /** Items that the panel never saw. */
  unrated: number;
}

/**
 * The cut of one drawn paper: Σ over its items of the mean rating × marks. An item without a rating, written after the
 * study, takes the mean of the rated items of its difficulty, or of all where none is as hard. Rounded up to the
 * ten-thousandth: a cut that is not reached does not pass.
 */
export function paperCut(ratings: ItemRating[], paper: DrawnItem[]): PaperCut {
  const known = new Map(ratings.map((rating) => [nameOf(rating), rating.percent]));
  let unrated = 0;
  const sum = paper.reduce((total, item) => {
    const percent = known.get(nameOf(item));
    if (percent === undefined) unrated += 1;
    return total + item.marks * (percent ?? fallback(ratings, item.difficulty));
  }, 0);
  // Sums of binary fractions end in dust, which must not round a cut up.
  return { cut: Math.ceil(Number((sum * 100).toFixed(4))) / 10_000, unrated };
}

/** What an item counts that the panel never saw. */
export function fallback(ratings: ItemRating[], difficulty: string): number {
  const alike = ratings.filter((rating) => rating.difficulty === difficulty);
  const from = alike.length > 0 ? alike : ratings;
  return from.reduce((sum, { percent }) => sum + percent, 0) / from.length;
}

const nameOf = ({ questionId, part }: { questionId: string; part: string | null }) => `${questionId}/${part ?? ''}`;
