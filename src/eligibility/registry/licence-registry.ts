/** What a public register says of a licence. */
export interface RegistryEntry {
  /** unknown: the register does not answer, or has no such licence. */
  status: 'active' | 'inactive' | 'unknown';
  holderName: string | null;
  /** YYYY-MM-DD */
  expiresOn: string | null;
}

/** How a licence is asked for. */
export interface AskedLicence {
  profession: string;
  jurisdiction: string;
  number: string;
}

/** Looks licences up in public registers. Called outside transactions: one behind it may take its time. */
export abstract class LicenceRegistry {
  abstract lookUp(licence: AskedLicence): Promise<RegistryEntry>;
}
