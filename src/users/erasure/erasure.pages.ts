import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AdminPeopleQueries } from '../admin-people.queries.js';
import { noticed, noticeSchema, withNotice } from '../notices.js';
import { ClientIp } from '../throttle/client-ip.js';
import { ErasureView } from '../views/erasure.js';
import { PersonErasureView } from '../views/person-erasure.js';
import { AskErasure } from './ask-erasure.js';
import { ownErasureSchema, personErasureSchema } from './erasure.schemas.js';
import { ErasureQueries } from './erasure.queries.js';
import { TakeBackErasure } from './take-back-erasure.js';

const arriving = z.object({ done: noticeSchema });
const id = z.uuid();
const address = '/account/erasure';

/** Erasing one's own account. */
@PageController('account/erasure')
@Allow('signed-in')
export class ErasurePages {
  constructor(
    private readonly erasures: ErasureQueries,
    private readonly asking: AskErasure,
    private readonly takingBack: TakeBackErasure,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.view(noticed(page, done), personId, emptyForm());
  }

  @Post()
  @HttpCode(303)
  ask(
    @Page() page: PageContext,
    @CurrentViewer() { personId, email }: Viewer,
    @Body() body: unknown,
    @ClientIp() ip: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: ownErasureSchema, body },
      act: async ({ currentPassword }) => {
        await this.asking.execute({ personId, email, currentPassword, ip });
        return withNotice(address, 'erasure-asked');
      },
      view: (form) => this.view(page, personId, form),
    });
  }

  @Post('withdrawal')
  async takeBack(
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    await this.takingBack.execute(personId);
    return seeOther(response, withNotice(address, 'erasure-taken-back'));
  }

  private async view(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    const [pending, holds] = await Promise.all([this.erasures.pending(personId), this.erasures.holds(personId)]);
    return ErasureView({ page, form, pending, holds });
  }
}

/** Erasing somebody who asked for it by letter or telephone. */
@PageController('admin/people/:id/erasure')
@Allow('admin')
export class PersonErasurePages {
  constructor(
    private readonly people: AdminPeopleQueries,
    private readonly erasures: ErasureQueries,
    private readonly asking: AskErasure,
    private readonly takingBack: TakeBackErasure,
  ) {}

  @Get()
  show(@Page() page: PageContext, @Param('id', { schema: id }) personId: string): Promise<JSX.Element> {
    return this.view(page, personId, emptyForm());
  }

  @Post()
  @HttpCode(303)
  ask(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) personId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: personErasureSchema, body },
      act: async ({ reason }) => {
        await this.asking.for(personId, by, reason);
        return `/admin/people/${personId}/erasure`;
      },
      view: (form) => this.view(page, personId, form),
    });
  }

  @Post('withdrawal')
  async takeBack(
    @Param('id', { schema: id }) personId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    await this.takingBack.execute(personId);
    return seeOther(response, `/admin/people/${personId}`);
  }

  private async view(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    const [person, pending, holds] = await Promise.all([
      this.people.detail(personId),
      this.erasures.pending(personId),
      this.erasures.holds(personId),
    ]);
    return PersonErasureView({ page, form, person, pending, holds });
  }
}
