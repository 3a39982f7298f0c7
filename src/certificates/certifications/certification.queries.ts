import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Certification } from './requirements.js';

const certifications = `SELECT id, slug, title, statement, requirements FROM awards WHERE kind = 'certification'`;

@Injectable()
export class CertificationQueries {
  constructor(private readonly db: Database) {}

  all(): Promise<Certification[]> {
    return this.db.rows(`${certifications} ORDER BY title`);
  }

  bySlug(slug: string): Promise<Certification | undefined> {
    return this.db.row(`${certifications} AND slug = $1`, [slug]);
  }

  byId(id: string): Promise<Certification | undefined> {
    return this.db.row(`${certifications} AND id = $1`, [id]);
  }
}
