import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { NumberPipe } from '../number/number.pipe.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  OptionalViewer,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { FindCertificate } from '../find-certificate.js';
import { appealSchema, complaintSchema, nameSchema } from './case.schemas.js';
import { appealAsking, complaintAsking, nameAsking } from './views/asking.js';
import { ComplaintSentView } from './views/complaint-sent.js';
import { OpenCaseView } from './views/open-case.js';
import { RequestName } from './request-name.js';
import { SubmitAppeal } from './submit-appeal.js';
import { SubmitComplaint } from './submit-complaint.js';

const id = z.uuid();
const seen = (opened: { id: string }) => `/cases/${opened.id}`;

@PageController('appeals')
@Allow('signed-in')
export class AppealPages {
  constructor(private readonly appealing: SubmitAppeal) {}

  @Get('applications/:id')
  againstRefusal(@Page() page: PageContext, @Param('id', { schema: id }) applicationId: string): JSX.Element {
    return this.view(page, emptyForm(), `applications/${applicationId}`);
  }

  @Post('applications/:id')
  @HttpCode(303)
  appealRefusal(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) applicationId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: appealSchema, body },
      act: async ({ text }) => seen(await this.appealing.execute({ personId, against: { applicationId }, text })),
      view: (form) => this.view(page, form, `applications/${applicationId}`),
    });
  }

  @Get('certificates/:number')
  againstCertificate(@Page() page: PageContext, @Param('number', NumberPipe) number: string): JSX.Element {
    return this.view(page, emptyForm(), `certificates/${number}`);
  }

  @Post('certificates/:number')
  @HttpCode(303)
  appealCertificate(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: appealSchema, body },
      act: async ({ text }) => seen(await this.appealing.execute({ personId, against: { number }, text })),
      view: (form) => this.view(page, form, `certificates/${number}`),
    });
  }

  private view(page: PageContext, form: FormState, about: string): JSX.Element {
    return OpenCaseView({ page, form, asking: appealAsking(`/appeals/${about}`) });
  }
}

@PageController('verify/:number/complaint')
@Allow('anyone')
export class ComplaintPages {
  constructor(
    private readonly find: FindCertificate,
    private readonly complaining: SubmitComplaint,
  ) {}

  @Get()
  async form(@Page() page: PageContext, @Param('number') typed: string, @Req() request: Request): Promise<JSX.Element> {
    const { number } = await this.find.byNumber(typed, request.ip);
    return OpenCaseView({ page, form: emptyForm(), asking: complaintAsking(number) });
  }

  @Get('sent')
  sent(@Page() page: PageContext, @Param('number', NumberPipe) number: string): JSX.Element | Promise<JSX.Element> {
    return ComplaintSentView({ page, number });
  }

  @Post()
  @HttpCode(303)
  complain(
    @Page() page: PageContext,
    @OptionalViewer() viewer: Viewer | null,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: complaintSchema, body },
      act: async (complaint) => {
        const from = { by: viewer?.personId ?? null, ip: request.ip };
        await this.complaining.execute({ number, ...complaint, ...from });
        return `/verify/${number}/complaint/sent`;
      },
      view: (form) => OpenCaseView({ page, form, asking: complaintAsking(number) }),
    });
  }
}

@PageController('certificates/:number/name')
@Allow('signed-in')
export class NamePages {
  constructor(private readonly requesting: RequestName) {}

  @Get()
  form(@Page() page: PageContext, @Param('number', NumberPipe) number: string): JSX.Element | Promise<JSX.Element> {
    return OpenCaseView({ page, form: emptyForm(), asking: nameAsking(number) });
  }

  @Post()
  @HttpCode(303)
  request(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nameSchema, body },
      act: async (asked) => seen(await this.requesting.execute({ personId, number, ...asked })),
      view: (form) => OpenCaseView({ page, form, asking: nameAsking(number) }),
    });
  }
}
