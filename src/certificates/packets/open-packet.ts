import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { LicenceStanding, PracticeCounts, Procedures } from '../../eligibility/index.js';
import { Config, newId, sha256 } from '../../shared/index.js';
import { addresses } from '../credential/addresses.js';
import { coarseNetwork } from './coarse-network.js';
import { OpeningLimit } from './opening-limit.js';
import { type PacketContent, packetContent } from './packet-content.js';
import { PacketQueries } from './packet.queries.js';
import { noPacket } from './packets.errors.js';
import type { PacketFace, Shown } from './packets.schemas.js';

interface Opened {
  id: string;
  personId: string;
  recipient: string;
  shows: Shown[];
  madeAt: Date;
  until: Date;
  checkedAt: Date;
}

/** Opens a packet by its link; that it was opened is written down before a word of it leaves. */
@Injectable()
export class OpenPacket {
  constructor(
    private readonly db: Database,
    private readonly limit: OpeningLimit,
    private readonly packets: PacketQueries,
    private readonly licences: LicenceStanding,
    private readonly practice: PracticeCounts,
    private readonly procedures: Procedures,
    private readonly config: Config,
  ) {}

  /** @throws not_found when the link never was, ended or was taken back · too_many_openings */
  async execute(token: string, face: PacketFace, ip: string | undefined): Promise<PacketContent> {
    this.limit.take(ip);
    const opened = await this.db.row<Opened>(
      `WITH found AS (
         SELECT * FROM packets WHERE token_hash = $1 AND withdrawn_at IS NULL AND until > now()
       ), noted AS (
         INSERT INTO packet_openings (id, packet_id, face, network) SELECT $2, id, $3, $4 FROM found
       )
       SELECT id, person_id AS "personId", recipient, shows, created_at AS "madeAt", until, now() AS "checkedAt" FROM found`,
      [sha256(token), newId(), face, coarseNetwork(ip)],
    );
    if (!opened) throw noPacket();
    const { id, personId, checkedAt } = opened;
    const [certificates, licences, practice, hours, procedures] = await Promise.all([
      this.packets.certificates(id),
      this.licences.of(personId, checkedAt),
      this.practice.of(personId),
      this.packets.hours(personId),
      this.procedures.all(),
    ]);
    const titles = new Map(procedures.map(({ slug, title }) => [slug, title]));
    const source = { ...opened, certificates, licences, practice, hours, titles };
    return packetContent(source, addresses(this.config.baseUrl).verify);
  }
}
