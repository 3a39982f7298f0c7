import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { notFound } from '../shared/index.js';
import type { Role } from '../web/index.js';
import type { PeopleFilter } from './users.schemas.js';

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  confirmed: boolean;
  createdAt: Date;
  roles: Role[];
}

export interface RoleChangeRow {
  role: Role;
  change: 'granted' | 'revoked';
  by: string | null;
  reason: string;
  at: Date;
}

export interface PersonDetail extends PersonRow {
  openSessions: number;
  roleChanges: RoleChangeRow[];
}

const columns = `p.id, p.name, p.email, p.confirmed_at IS NOT NULL AS confirmed, p.created_at AS "createdAt",
  ARRAY(SELECT r.role FROM person_roles r WHERE r.person_id = p.id ORDER BY r.role) AS roles`;

/** People as an admin sees them. */
@Injectable()
export class AdminPeopleQueries {
  constructor(private readonly db: Database) {}

  /** Newest first: keys sort by time. `next` is where the following page goes on. */
  async list({ search, role, after, limit }: PeopleFilter): Promise<{ items: PersonRow[]; next: string | null }> {
    const rows = await this.db.rows<PersonRow>(
      `SELECT ${columns} FROM people p
       WHERE p.erased_at IS NULL AND ($1 = '' OR strpos(lower(p.name || ' ' || p.email), lower($1)) > 0)
         AND ($2::text IS NULL OR EXISTS (SELECT FROM person_roles r WHERE r.person_id = p.id AND r.role = $2))
         AND ($3::uuid IS NULL OR p.id < $3)
       ORDER BY p.id DESC LIMIT $4 + 1`,
      [search, role ?? null, after ?? null, limit],
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** @throws not_found */
  async detail(id: string): Promise<PersonDetail> {
    const person = await this.db.row<Omit<PersonDetail, 'roleChanges'>>(
      `SELECT ${columns}, (SELECT count(*) FROM sessions s WHERE s.person_id = p.id AND s.ended_at IS NULL
         AND s.expires_at > now()) AS "openSessions"
       FROM people p WHERE p.id = $1 AND p.erased_at IS NULL`,
      [id],
    );
    if (!person) throw notFound('person');
    const roleChanges = await this.db.rows<RoleChangeRow>(
      `SELECT c.role, c.change, b.name AS by, c.reason, c.changed_at AS at
       FROM role_changes c LEFT JOIN people b ON b.id = c.changed_by
       WHERE c.person_id = $1 ORDER BY c.changed_at DESC, c.id DESC LIMIT 100`,
      [id],
    );
    return { ...person, roleChanges };
  }
}
