import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type AskedLicence, LicenceRegistry, type RegistryEntry } from './licence-registry.js';

/** Stands in for the registers: answers from records that somebody put into the table `registry_records`. */
@Injectable()
export class OfflineRegistry extends LicenceRegistry {
  constructor(private readonly db: Database) {
    super();
  }

  async lookUp({ profession, jurisdiction, number }: AskedLicence): Promise<RegistryEntry> {
    const found = await this.db.row<RegistryEntry>(
      `SELECT CASE WHEN is_active THEN 'active' ELSE 'inactive' END AS status, holder_name AS "holderName",
         expires_on::text AS "expiresOn"
       FROM registry_records WHERE profession = $1 AND jurisdiction = $2
         AND number_key = upper(regexp_replace($3, '[^A-Za-z0-9]', '', 'g'))`,
      [profession, jurisdiction, number],
    );
    return found ?? { status: 'unknown', holderName: null, expiresOn: null };
  }
}
