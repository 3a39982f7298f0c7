import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noSuchLicence } from './licence.errors.js';
import type { LicenceStatus } from './licence.schemas.js';

export interface Licence {
  id: string;
  personId: string;
  profession: string;
  professionTitle: string;
  jurisdiction: string;
  number: string;
  holderName: string;
  npi: string | null;
  /** YYYY-MM-DD, the last day on which it stands, in UTC. */
  expiresOn: string;
  status: LicenceStatus;
  /** YYYY-MM-DD, when a person or the registry last looked. */
  checkedOn: string | null;
}

export interface LicenceEvent {
  kind: string;
  at: Date;
  note: string;
}

export interface Paper {
  id: string;
  mediaType: string;
  size: number;
  sentAt: Date;
  deletedAt: Date | null;
}

export interface LicenceStory extends Licence {
  events: LicenceEvent[];
  papers: Paper[];
}

/** Columns of a `Licence` for `licences l JOIN professions f`. */
export const licenceColumns = `l.id, l.person_id AS "personId", l.profession, f.title AS "professionTitle", l.jurisdiction,
  l.number, l.holder_name AS "holderName", l.npi, l.expires_on::text AS "expiresOn", l.status, l.checked_on::text AS "checkedOn"`;

@Injectable()
export class LicenceQueries {
  constructor(private readonly db: Database) {}

  /** A person's own, the newest first. */
  of(personId: string): Promise<Licence[]> {
    return this.db.rows<Licence>(
      `SELECT ${licenceColumns} FROM licences l JOIN professions f ON f.slug = l.profession
       WHERE l.person_id = $1 ORDER BY l.entered_at DESC, l.id DESC`,
      [personId],
    );
  }

  /** @throws not_found also when it is somebody else's */
  async own(id: string, personId: string): Promise<LicenceStory> {
    const story = await this.story(id);
    if (story.personId !== personId) throw noSuchLicence();
    return story;
  }

  /** @throws not_found */
  async story(id: string): Promise<LicenceStory> {
    const [licence, events, papers] = await Promise.all([
      this.db.row<Licence>(
        `SELECT ${licenceColumns} FROM licences l JOIN professions f ON f.slug = l.profession WHERE l.id = $1`,
        [id],
      ),
      this.db.rows<LicenceEvent>('SELECT kind, at, note FROM licence_events WHERE licence_id = $1 ORDER BY at, id', [
        id,
      ]),
      this.db.rows<Paper>(
        `SELECT id, media_type AS "mediaType", size, sent_at AS "sentAt", deleted_at AS "deletedAt"
         FROM licence_papers WHERE licence_id = $1 ORDER BY sent_at DESC, id DESC`,
        [id],
      ),
    ]);
    if (!licence) throw noSuchLicence();
    return { ...licence, events, papers };
  }
}
