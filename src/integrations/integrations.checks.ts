import type { DataCheck } from '../database/index.js';

/** What must hold of what other systems are told. */
export const integrationsChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'a delivered message was taken in its last attempt, and a webhook that was not removed has a secret',
    sql: `SELECT 'delivery ' || d.id AS what FROM webhook_deliveries d WHERE d.standing = 'delivered' AND 'delivered' IS DISTINCT FROM
        (SELECT outcome FROM webhook_attempts a WHERE a.delivery_id = d.id ORDER BY id DESC LIMIT 1)
      UNION ALL
      SELECT 'webhook ' || e.id FROM webhook_endpoints e WHERE e.closed_because IS DISTINCT FROM 'removed'
        AND NOT EXISTS (SELECT FROM webhook_secrets s WHERE s.endpoint_id = e.id AND s.ends_at IS NULL)`,
  },
  {
    invariant: 'I3',
    says: 'a statement to a record store names its learner by number alone',
    sql: `SELECT 'statement ' || s.id AS what FROM xapi_statements s JOIN people p ON p.id = s.person_id
      WHERE s.statement::jsonb #>> '{actor,account,name}' IS DISTINCT FROM s.person_id::text
        OR s.statement::jsonb -> 'actor' ?| ARRAY['mbox', 'mbox_sha1sum', 'openid', 'name'] OR strpos(s.statement, p.email) > 0`,
  },
];
