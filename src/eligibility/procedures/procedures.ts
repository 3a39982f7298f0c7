import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Plane, ShownPicture } from '../../questions/index.js';

export interface Procedure {
  slug: string;
  title: string;
  kind: 'botulinum-toxin' | 'dermal-filler';
  /** What its doses are counted in: units, mL. */
  unit: string;
  depths: Plane[];
  picture: ShownPicture;
}

/** The procedures that are observed and signed. */
@Injectable()
export class Procedures {
  constructor(private readonly db: Database) {}

  all(): Promise<Procedure[]> {
    return this.db.rows('SELECT slug, title, kind, unit, depths, picture FROM procedures ORDER BY position, slug');
  }

  async find(slug: string): Promise<Procedure | undefined> {
    return (await this.all()).find((procedure) => procedure.slug === slug);
  }
}
