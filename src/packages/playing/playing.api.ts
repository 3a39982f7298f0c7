import { Body, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noPackage } from '../packages.errors.js';
import { isOpen } from './open-items.js';
import { OpenPackage } from './open-package.js';
import { askedItem, openedAnswer, savedAnswer, stateSchema } from './playing.schemas.js';
import { SaveState } from './save-state.js';

const uuid = z.uuid();

/** Packages, as players see them. */
@ApiController('', 'packages')
@Allow('signed-in')
export class PlayingApi {
  constructor(
    private readonly opening: OpenPackage,
    private readonly saving: SaveState,
  ) {}

  @Get('learning/:course/lessons/:lesson/package')
  @Answers(200, openedAnswer, 'Registers the learner with the newest version at the first call')
  @Refuses('401 unauthenticated', '403 not_open_yet', '404 not_found', '409 item_locked', '503 packages_off')
  async open(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Query({ schema: askedItem }) { item: asked }: z.infer<typeof askedItem>,
  ): Promise<z.infer<typeof openedAnswer>> {
    const { registration, states, item, frame, launch } = await this.opening.execute(personId, course, lesson, asked);
    const { manifest } = registration;
    const done = new Set(states.filter(({ completed }) => completed).map((state) => state.item));
    const stored = states.find((state) => state.item === item.id);
    return {
      ...{ registration: registration.id, standard: manifest.standard, title: manifest.title, frame, launch },
      items: manifest.items.map((each) => ({
        ...{ id: each.id, title: each.title, completed: done.has(each.id), open: isOpen(manifest, each, done) },
      })),
      ...{ item: item.id, rev: stored?.rev ?? 0, data: stored?.data ?? {} },
      ...{ score: stored?.score ?? null, seconds: stored?.seconds ?? 0 },
    };
  }

  @Put('package-registrations/:id/state')
  @Answers(200, savedAnswer, 'Stored')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '409 state_moved_on', '429 too_many_saves')
  save(
    @CurrentViewer() { personId }: Viewer,
    @Param('id') registrationId: string,
    @Body({ schema: stateSchema }) sent: z.infer<typeof stateSchema>,
  ): Promise<z.infer<typeof savedAnswer>> {
    if (!uuid.safeParse(registrationId).success) throw noPackage();
    return this.saving.execute({ personId, registrationId, ...sent });
  }
}
