import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { CompleteItem } from '../../enrollment/index.js';

/** Completes every lesson and quiz of what an order opened, through the verb that lessons and graded quizzes use. */
export async function completeCourses(app: INestApplicationContext, orderId: string): Promise<void> {
  const db = app.get(Database);
  const items = await db.rows<{ enrollmentId: string; itemSlug: string; kind: 'lesson' | 'quiz' }>(
    `SELECT e.id AS "enrollmentId", item ->> 'slug' AS "itemSlug", item ->> 'kind' AS kind
     FROM order_lines l JOIN grants g ON g.source_kind = 'order_line' AND g.source_id = l.id::text AND g.ended_at IS NULL
     JOIN enrollments e ON e.id = g.enrollment_id JOIN editions ed ON ed.id = e.edition_id,
       jsonb_array_elements(ed.outline) AS module, jsonb_array_elements(module -> 'items') AS item
     WHERE l.order_id = $1 AND e.completed_at IS NULL`,
    [orderId],
  );
  await db.transaction(async (tx) => {
    for (const item of items) await app.get(CompleteItem).complete(tx, item);
  });
}
