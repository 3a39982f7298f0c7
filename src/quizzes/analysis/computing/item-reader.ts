import { type AnalysedItem, type Findings, noFindings } from '../analysis.js';
import { Choices } from '../statistics/choices.js';
import { itemStatistics } from '../statistics/item-statistics.js';
import { Moments, momentsOf } from '../statistics/moments.js';

/** One mark, with the number of its attempt. */
export interface MarkRow {
  n: number;
  questionId: string;
  part: string;
  versionId: string;
  awarded: number;
  possible: number;
  /** JSON of what was answered. */
  chosen: string | null;
  finding: 'tenfold' | 'wrong_unit' | 'danger_zone' | null;
  critical: boolean;
}

/** What the marks of one item say, before anything is known of the other items. */
export type ItemSoFar = Omit<
  AnalysedItem,
  'intendedWeight' | 'effectiveWeight' | 'alphaIfDeleted' | 'guess' | 'exposure'
>;

/**
 * Gathers the marks of one item after another. It holds one item at a time, in arrays as long as there are attempts:
 * 24 bytes an attempt, whatever the number of items.
 */
export class ItemReader {
  private readonly marks: Float64Array;
  private readonly sums: Float64Array;
  private readonly codes: Int32Array;
  private size = 0;
  private possible = new Moments();
  private choices = new Choices();
  private findings: Findings = noFindings();
  private versions = new Map<string, { marks: Moments; possible: Moments }>();

  /** @param totals of all attempts, by number: from the lowest to the highest */
  constructor(
    private readonly totals: Float64Array,
    private readonly random: boolean,
  ) {
    this.marks = new Float64Array(totals.length);
    this.sums = new Float64Array(totals.length);
    this.codes = new Int32Array(totals.length);
  }

  add(row: MarkRow): void {
    const at = this.size++;
    this.marks[at] = row.awarded;
    this.sums[at] = this.totals[row.n]!;
    this.codes[at] = this.choices.code(row.chosen);
    this.possible.add(row.possible);
    if (row.finding === 'tenfold') this.findings.tenfold += 1;
    if (row.finding === 'wrong_unit') this.findings.wrongUnit += 1;
    if (row.finding === 'danger_zone') this.findings.dangerZone += 1;
    if (row.critical) this.findings.critical += 1;
    const version = this.versions.get(row.versionId) ?? { marks: new Moments(), possible: new Moments() };
    version.marks.add(row.awarded);
    version.possible.add(row.possible);
    this.versions.set(row.versionId, version);
  }

  /** What was gathered; the next mark begins another item. */
  take({ questionId, part }: Pick<MarkRow, 'questionId' | 'part'>): ItemSoFar {
    const { size, possible, choices, findings, versions } = this;
    const taken = {
      questionId,
      part,
      ...itemStatistics({
        marks: this.marks.subarray(0, size),
        totals: this.sums.subarray(0, size),
        possible: possible.mean,
        random: this.random,
      }),
      findings,
      choices: choices.table(this.codes.subarray(0, size)),
      versions: [...versions].map(([versionId, version]) => ({
        versionId,
        n: version.marks.n,
        facility: (100 * version.marks.mean) / version.possible.mean,
      })),
    };
    this.size = 0;
    this.possible = new Moments();
    this.choices = new Choices();
    this.findings = noFindings();
    this.versions = new Map();
    return taken;
  }
}

/** The spread of the totals, which the weights of the items are held against. */
export const varianceOf = (totals: Float64Array): number => momentsOf(totals).variance ?? 0;
