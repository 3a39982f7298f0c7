import { Body, HttpCode, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { proctorBody } from './proctor.schema.js';
import { ProctorAttempt } from './proctor-attempt.js';

@ApiController('examiners/attempts', 'examiners')
@Allow('examiner', 'admin')
export class ProctoringApi {
  constructor(private readonly proctoring: ProctorAttempt) {}

  @Post(':id/actions')
  @HttpCode(204)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '422 invalid_input')
  @Refuses('409 attempt_finished', '409 not_paused', '409 already_void', '409 no_time_limit')
  act(
    @Param('id') attemptId: string,
    @Body({ schema: proctorBody }) body: z.infer<typeof proctorBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.proctoring.execute({ ...body, attemptId, by: personId });
  }
}
