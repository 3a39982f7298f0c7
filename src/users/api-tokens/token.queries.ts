import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export interface ApiToken {
  id: string;
  name: string;
  beginsWith: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  lastUsedIp: string | null;
}

@Injectable()
export class TokenQueries {
  constructor(private readonly db: Database) {}

  /** The tokens of a person that work now, newest first. */
  open(personId: string): Promise<ApiToken[]> {
    return this.db.rows(
      `SELECT id, name, begins_with AS "beginsWith", scopes, created_at AS "createdAt", expires_at AS "expiresAt",
         last_used_at AS "lastUsedAt", host(last_used_ip) AS "lastUsedIp"
       FROM api_tokens WHERE person_id = $1 AND ended_at IS NULL AND expires_at > now() ORDER BY id DESC`,
      [personId],
    );
  }
}
