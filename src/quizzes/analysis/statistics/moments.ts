/**
 * The first four moments of a series in one pass, without keeping it (Pébay 2008).
 * Sums of squares of large scores would lose the digits that matter; these do not.
 */
export class Moments {
  n = 0;
  private sum = 0;
  private centre = 0;
  private second = 0;
  private third = 0;
  private fourth = 0;

  add(value: number): this {
    const before = this.n;
    this.n = before + 1;
    this.sum += value;
    const delta = value - this.centre;
    const part = delta / this.n;
    const square = part * part;
    const term = delta * part * before;
    this.centre += part;
    this.fourth +=
      term * square * (this.n * this.n - 3 * this.n + 3) + 6 * square * this.second - 4 * part * this.third;
    this.third += term * part * (this.n - 2) - 3 * part * this.second;
    this.second += term;
    return this;
  }

  /** Of whole marks without the dust that a running mean gathers; 0 of nothing. */
  get mean(): number {
    return this.n === 0 ? 0 : this.sum / this.n;
  }

  /** Divisor n − 1; null for fewer than two values. */
  get variance(): number | null {
    return this.n < 2 ? null : this.second / (this.n - 1);
  }

  get deviation(): number | null {
    return this.variance === null ? null : Math.sqrt(this.variance);
  }

  /** G1, the skewness of a sample; null for fewer than three values, or where all are the same. */
  get skewness(): number | null {
    const { n, second } = this;
    if (n < 3 || second <= 0) return null;
    return (Math.sqrt(n * (n - 1)) / (n - 2)) * ((Math.sqrt(n) * this.third) / second ** 1.5);
  }

  /** G2, the kurtosis of a sample above that of the normal distribution; null for fewer than four values. */
  get kurtosis(): number | null {
    const { n, second } = this;
    if (n < 4 || second <= 0) return null;
    const g2 = (n * this.fourth) / (second * second) - 3;
    return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
  }
}

export function momentsOf(values: Iterable<number>): Moments {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
}
