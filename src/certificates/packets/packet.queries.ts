import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { CertificateStatus } from '../certificate-status.js';
import type { AwardKind } from '../credential/claim.js';
import type { PacketFace, Shown } from './packets.schemas.js';

export interface OwnPacket {
  id: string;
  recipient: string;
  shows: Shown[];
  /** Numbers. */
  certificates: string[];
  createdAt: Date;
  until: Date;
  withdrawnAt: Date | null;
  isOpen: boolean;
  /** Newest first, at most 50. */
  openings: { at: Date; face: PacketFace; network: string }[];
}

export interface PacketCertificate {
  number: string;
  holderName: string;
  title: string;
  kind: AwardKind;
  status: CertificateStatus;
  issuedAt: Date;
  validUntil: Date | null;
  /** Titles. */
  procedures: string[];
}

@Injectable()
export class PacketQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async ofPerson(personId: string): Promise<OwnPacket[]> {
    const rows = await this.db.rows<OwnPacket>(
      `SELECT p.id, p.recipient, p.shows, p.created_at AS "createdAt", p.until, p.withdrawn_at AS "withdrawnAt",
         p.withdrawn_at IS NULL AND p.until > now() AS "isOpen",
         ARRAY(SELECT c.number FROM packet_certificates k JOIN certificates c ON c.id = k.certificate_id
           WHERE k.packet_id = p.id ORDER BY c.id) AS certificates,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('at', o.at, 'face', o.face, 'network', o.network) ORDER BY o.id DESC), '[]')
          FROM (SELECT * FROM packet_openings WHERE packet_id = p.id ORDER BY id DESC LIMIT 50) AS o) AS openings
       FROM packets p WHERE p.person_id = $1 ORDER BY p.id DESC LIMIT 100`,
      [personId],
    );
    return rows.map((row) => ({ ...row, openings: row.openings.map((one) => ({ ...one, at: new Date(one.at) })) }));
  }

  /** What the certificates of a packet are worth now, newest first. */
  certificates(packetId: string): Promise<PacketCertificate[]> {
    return this.db.rows(
      `SELECT c.number, c.holder_name AS "holderName", c.claim #>> '{award,title}' AS title,
         c.claim #>> '{award,kind}' AS kind, s.status, c.issued_at AS "issuedAt", c.valid_until AS "validUntil",
         ARRAY(SELECT p ->> 'title' FROM jsonb_array_elements(c.claim #> '{competence,procedures}') AS p ORDER BY 1) AS procedures
       FROM packet_certificates k JOIN certificates c ON c.id = k.certificate_id
         JOIN certificate_standing s ON s.certificate_id = c.id
       WHERE k.packet_id = $1 ORDER BY c.id DESC`,
      [packetId],
    );
  }

  /** Minutes of continuing education that were accepted, of the last 24 months. */
  async hours(personId: string): Promise<{ since: string; categories: { category: string; minutes: number }[] }> {
    const found = await this.db.row<{ since: string; categories: { category: string; minutes: number }[] }>(
      `SELECT (now() - interval '24 months')::date AS since,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('category', category, 'minutes', minutes) ORDER BY category), '[]') FROM (
           SELECT category, sum(minutes)::int AS minutes FROM education_hours
           WHERE person_id = $1 AND status = 'accepted' AND held_on >= (now() - interval '24 months')::date
           GROUP BY category) AS sums) AS categories`,
      [personId],
    );
    return found!;
  }
}
