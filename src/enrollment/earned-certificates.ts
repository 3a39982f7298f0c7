/** A certificate that stands, and what it is called. */
export interface EarnedCertificate {
  number: string;
  title: string;
}

/**
 * Which certificates a person earned with some courses. What takes access back leaves them: they stay valid. Answered by
 * `certificates`, which stands below the rooms that ask.
 */
export abstract class EarnedCertificates {
  abstract of(personId: string, courseIds: string[]): Promise<EarnedCertificate[]>;
  /** Who of these people earned one with any of these courses. */
  abstract holders(personIds: string[], courseIds: string[]): Promise<Set<string>>;
}
