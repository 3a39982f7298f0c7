/** How two series go together, in one pass. */
export class CoMoments {
  n = 0;
  private meanX = 0;
  private meanY = 0;
  private xx = 0;
  private yy = 0;
  private xy = 0;

  add(x: number, y: number): this {
    this.n += 1;
    const dx = x - this.meanX;
    const dy = y - this.meanY;
    this.meanX += dx / this.n;
    this.meanY += dy / this.n;
    this.xx += dx * (x - this.meanX);
    this.yy += dy * (y - this.meanY);
    this.xy += dx * (y - this.meanY);
    return this;
  }

  /** Divisor n − 1; null for fewer than two pairs. What rounding leaves of zero is zero: its root would be seen. */
  get covariance(): number | null {
    if (this.n < 2) return null;
    return this.xy * this.xy < 1e-24 * (this.xx + 1) * (this.yy + 1) ? 0 : this.xy / (this.n - 1);
  }

  /** From −1 to 1; null where one of the series does not vary. */
  get correlation(): number | null {
    if (this.n < 2 || !varies(this.xx, this.meanX, this.n) || !varies(this.yy, this.meanY, this.n)) return null;
    return Math.max(-1, Math.min(1, this.xy / Math.sqrt(this.xx * this.yy)));
  }
}

/** Whether a sum of squared deviations is more than what rounding leaves of a constant series. */
const varies = (squares: number, mean: number, n: number): boolean => squares > 1e-18 * n * (1 + mean * mean);

export function coMomentsOf(x: Float64Array, y: Float64Array): CoMoments {
  const together = new CoMoments();
  for (let index = 0; index < x.length; index += 1) together.add(x[index]!, y[index]!);
  return together;
}
