/** The marks that pass a paper of so many, rounded up to the ten-thousandth: a share that is not reached does not pass. */
export const cutOf = (possible: number, passPercent: number): number =>
  Number((BigInt(Math.round(possible * 10_000)) * BigInt(passPercent) + 99n) / 100n) / 10_000;
