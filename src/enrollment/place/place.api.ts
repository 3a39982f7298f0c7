import { Body, Get, HttpCode, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noCourse, noLesson } from '../enrollment.errors.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { PlaceQueries } from './place.queries.js';
import { placeAnswer, placeSent } from './place.schemas.js';
import { SavePlace } from './save-place.js';

/** Where a reader is in a lesson, so that another device can go on there. */
@ApiController('learning', 'learning')
@Allow('signed-in')
export class PlaceApi {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly places: PlaceQueries,
    private readonly saving: SavePlace,
  ) {}

  @Get(':course/lessons/:lesson/place')
  @Answers(200, placeAnswer)
  @Refuses('401 unauthenticated', '404 not_found')
  async place(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
  ): Promise<z.infer<typeof placeAnswer>> {
    const access = await this.enrollments.access(personId, course);
    if (!access) throw noCourse();
    const found = await this.places.inLesson(access.enrollmentId, lesson);
    if (!found) return { place: null };
    const { block, fraction, device, rev, savedAt } = found;
    return { place: { block, fraction, device, rev, savedAt: savedAt.toISOString() } };
  }

  @Put(':course/lessons/:lesson/place')
  @HttpCode(204)
  @Answers(204, undefined, 'Kept; also when this device sent a newer one before')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found')
  async save(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) courseSlug: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Body({ schema: placeSent }) sent: z.infer<typeof placeSent>,
  ): Promise<void> {
    if (!(await this.saving.execute({ personId, courseSlug, lesson, ...sent }))) throw noLesson();
  }
}
