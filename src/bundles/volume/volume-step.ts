import { type Money, share, subtract } from '../../shared/index.js';

/** From so many seats on, each costs so many percent less than the list price. */
export interface VolumeStep {
  quantity: number;
  percent: number;
}

/** The step that so many seats reach. */
export const stepFor = (steps: readonly VolumeStep[], seats: number): VolumeStep | undefined =>
  steps.filter((step) => step.quantity <= seats).sort((a, b) => b.quantity - a.quantity)[0];

/** What one seat costs at a step; rounded once, so that the price of a seat is a whole amount. */
export const seatPrice = (listPrice: Money, { percent }: VolumeStep): Money =>
  subtract(listPrice, share(listPrice, percent, 100));
