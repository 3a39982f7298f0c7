/** A certificate that stands, and what it is called. */
export interface EarnedCertificate {
  number: string;
  title: string;
}

/**
 * Which certificates a person earned with some courses. A refund takes back access, not what was learnt: they stay
 * valid, and whoever refunds sees how many. Answered by `certificates`, which stands below this room.
 */
export abstract class EarnedCertificates {
  abstract of(personId: string, courseIds: string[]): Promise<EarnedCertificate[]>;
}
