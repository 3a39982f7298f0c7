import { Global, Injectable, Module } from '@nestjs/common';
import { Database } from '../database/index.js';
import { type LessonPackage, LessonPackages } from '../enrollment/index.js';

@Injectable()
class PackagesOfLessons extends LessonPackages {
  constructor(private readonly db: Database) {
    super();
  }

  async of(courseSlug: string, lessonSlug: string): Promise<LessonPackage | undefined> {
    const found = await this.db.row<{ title: string }>(
      `SELECT p.title FROM packages p JOIN courses c ON c.id = p.course_id
       WHERE c.slug = $1 AND p.lesson = $2 ORDER BY p.number DESC LIMIT 1`,
      [courseSlug, lessonSlug],
    );
    return found && { title: found.title, href: `/learn/${courseSlug}/${lessonSlug}/package` };
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  providers: [{ provide: LessonPackages, useClass: PackagesOfLessons }],
  exports: [LessonPackages],
})
export class LessonPackagesModule {}
