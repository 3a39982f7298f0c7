import { Injectable } from '@nestjs/common';
import { Clock, invalidField } from '../../shared/index.js';
import { MoveDraft } from './move-draft.js';
import { PublishDraft } from './publish-draft.js';
import type { MoveBody } from './review.schemas.js';
import { SubmitDraft } from './submit-draft.js';

/** Leads what a form or a program asks for to the verb that does it. */
@Injectable()
export class MakeMove {
  constructor(
    private readonly clock: Clock,
    private readonly submitting: SubmitDraft,
    private readonly moving: MoveDraft,
    private readonly publishing: PublishDraft,
  ) {}

  async execute(draftId: string, asked: MoveBody, personId: string): Promise<void> {
    if (asked.move === 'submitted') return this.submitting.execute(draftId, personId, asked.note);
    if (asked.move === 'published') return void (await this.publishing.execute(draftId, personId));
    if (asked.move === 'scheduled' && asked.publishAt <= (await this.clock.now()))
      throw invalidField('publishAt', 'Choose a time that is still to come.', 'time_past');
    return this.moving.execute({ draftId, personId, ...asked });
  }
}
