import type { ProcedureCount, StandingLicence } from '../../eligibility/index.js';
import type { PacketCertificate } from './packet.queries.js';
import type { Shown } from './packets.schemas.js';

/** What was found of a holder at one instant, before asking what they agreed to show. */
export interface PacketSource {
  recipient: string;
  shows: Shown[];
  madeAt: Date;
  until: Date;
  checkedAt: Date;
  certificates: PacketCertificate[];
  licences: StandingLicence[];
  practice: ProcedureCount[];
  hours: { since: string; categories: { category: string; minutes: number }[] };
  /** Titles of procedures by slug. */
  titles: Map<string, string>;
}

export interface PacketContent {
  holder: string;
  recipient: string;
  madeAt: Date;
  until: Date;
  checkedAt: Date;
  certificates: (Omit<PacketCertificate, 'holderName'> & { page: string })[];
  licences: { profession: string; place: string; number: string | null; expiresOn: string; checkedOn: string }[];
  practice: { procedure: string; signed: number; last: string }[] | null;
  hours: PacketSource['hours'] | null;
}

/** What a packet shows, and nothing the holder did not agree to. `page` says where a certificate is verified. */
export function packetContent(source: PacketSource, page: (number: string) => string): PacketContent {
  const { recipient, shows, madeAt, until, checkedAt, certificates, licences, practice, hours, titles } = source;
  const agreed = (what: Shown) => shows.includes(what);
  return {
    ...{ holder: certificates[0]?.holderName ?? '', recipient, madeAt, until, checkedAt },
    certificates: certificates.map(({ holderName: _, ...one }) => ({ ...one, page: page(one.number) })),
    licences: licences.map(({ profession, jurisdiction, number, expiresOn, checkedOn }) => ({
      ...{ profession, place: jurisdiction, expiresOn, checkedOn },
      number: agreed('licence') ? number : null,
    })),
    practice: agreed('practice')
      ? practice.map(({ procedure, signed, last }) => ({ procedure: titles.get(procedure) ?? procedure, signed, last }))
      : null,
    hours: agreed('hours') ? hours : null,
  };
}
