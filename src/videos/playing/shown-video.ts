import { Injectable } from '@nestjs/common';
import { FrozenEditions, type Video } from '../../courses/index.js';
import { type Access, EnrollmentQueries, refuseClosed } from '../../enrollment/index.js';
import { noVideo } from '../videos.errors.js';

/** The video of a lesson, as the learner's own edition shows it. */
@Injectable()
export class ShownVideo {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly editions: FrozenEditions,
  ) {}

  /** @throws DomainError not_found without access, lesson or video: all the same to who asks; not_open_yet */
  async of(personId: string, course: string, lesson: string): Promise<{ access: Access; video: Video }> {
    const access = await this.enrollments.access(personId, course);
    const video = access && (await this.editions.lesson(access.editionId, lesson))?.video;
    if (!video) throw noVideo();
    refuseClosed(access, lesson);
    return { access, video };
  }
}
