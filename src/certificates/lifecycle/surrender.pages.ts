import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { NumberPipe } from '../number/number.pipe.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { SurrenderCertificate } from './surrender-certificate.js';
import { SurrenderView } from './views/surrender.js';

const confirmed = z.strictObject({ sure: z.literal('yes', 'Confirm that you want to give it back for good.') });

@PageController('certificates/:number/surrender')
@Allow('signed-in')
export class SurrenderPages {
  constructor(private readonly surrendering: SurrenderCertificate) {}

  @Get()
  ask(@Page() page: PageContext, @Param('number', NumberPipe) number: string): JSX.Element | Promise<JSX.Element> {
    return SurrenderView({ page, form: emptyForm(), number });
  }

  @Post()
  @HttpCode(303)
  surrender(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: confirmed, body },
      act: async () => {
        await this.surrendering.execute({ personId, number });
        return '/certificates';
      },
      view: (form) => SurrenderView({ page, form, number }),
    });
  }
}

@ApiController('certificates/:number/surrender', 'certificates')
@Allow('signed-in')
export class SurrenderApi {
  constructor(private readonly surrendering: SurrenderCertificate) {}

  @Post()
  @HttpCode(204)
  @Answers(204, undefined, 'It is revoked, for good')
  @Refuses('401 unauthenticated', '404 not_found', '409 already_revoked')
  surrender(
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body({ schema: confirmed }) _sure: z.infer<typeof confirmed>,
  ): Promise<void> {
    return this.surrendering.execute({ personId, number });
  }
}
