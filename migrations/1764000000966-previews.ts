import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lessons that anybody may read, and their place in what can be found. */
export class Previews1764000000966 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE lessons ADD COLUMN preview boolean NOT NULL DEFAULT false');
    await db.query('ALTER TABLE search_documents ADD COLUMN free boolean NOT NULL DEFAULT false');
    await db.query(
      this.findLesson(`
      UPDATE public.search_documents d SET free = true FROM public.lessons l
      WHERE l.id = of_id AND l.preview AND d.kind = 'lesson' AND d.key = of_id::text`),
    );
  }

  private findLesson(more: string): string {
    return `
      CREATE OR REPLACE FUNCTION find_lesson(of_id uuid) RETURNS void LANGUAGE sql AS $$
        SELECT public.find_document('lesson', l.id::text, l.edition_id, '/learn/' || c.slug || '/' || l.slug, l.title, e.title,
          l.summary, l.html)
        FROM public.lessons l JOIN public.editions e ON e.id = l.edition_id JOIN public.courses c ON c.id = e.course_id
        WHERE l.id = of_id;
        ${more} $$`;
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(this.findLesson(''));
    await db.query('ALTER TABLE search_documents DROP COLUMN free');
    await db.query('ALTER TABLE lessons DROP COLUMN preview');
  }
}
