import { Body, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { typedNumber } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { mayPost } from '../journal/read-journal.js';
import { ChoosePolicy } from './choose-policy.js';
import { RecognitionPolicies } from './recognition-policies.js';
import { RecognitionView } from './views/recognition.js';

const days = 'Between 30 and 3650 days.';
const choice = z
  .strictObject({
    policy: z.enum(['completion', 'estimate'], 'Choose one of both.'),
    days: typedNumber(z.int(days).min(30, days).max(3650, days).optional()).describe('Of an estimate'),
    note: z.string('Say why.').trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.'),
  })
  .refine(({ policy, days: given }) => policy === 'completion' || given !== undefined, {
    path: ['days'],
    message: 'Say over how many days.',
  })
  .transform(({ policy, days: given, note }) => ({ policy, days: policy === 'estimate' ? given! : null, note }));
const policySchema = z.object({
  policy: z.enum(['completion', 'estimate']),
  days: z.int().nullable(),
  note: z.string(),
  chosenAt: z.iso.datetime(),
  chosenBy: z.string().nullable(),
});
const listSchema = z.object({ items: z.array(policySchema) });

@PageController('books/recognition')
@Allow('accountant', 'admin')
export class RecognitionPages {
  constructor(
    private readonly policies: RecognitionPolicies,
    private readonly choosing: ChoosePolicy,
  ) {}

  @Get()
  show(@Page() page: PageContext, @CurrentViewer() viewer: Viewer): Promise<JSX.Element> {
    return this.view(page, viewer, emptyForm());
  }

  @Post()
  @Allow('accountant')
  choose(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: choice, body },
      act: async (policy) => {
        await this.choosing.execute({ ...policy, by: viewer.personId });
        return '/books/recognition';
      },
      view: (form) => this.view(page, viewer, form),
    });
  }

  private async view(page: PageContext, viewer: Viewer, form: FormState): Promise<JSX.Element> {
    return RecognitionView({ page, form, history: await this.policies.history(), canChoose: mayPost(viewer) });
  }
}

@ApiController('books/recognition', 'books')
@Allow('accountant', 'admin')
export class RecognitionApi {
  constructor(
    private readonly policies: RecognitionPolicies,
    private readonly choosing: ChoosePolicy,
  ) {}

  @Get()
  @Answers(200, listSchema, 'How lifetime access is earned: choices, newest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  list(): Promise<z.infer<typeof listSchema>> {
    return this.answer();
  }

  @Post()
  @Allow('accountant')
  @Answers(201, listSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async choose(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: choice }) policy: z.output<typeof choice>,
  ): Promise<z.infer<typeof listSchema>> {
    await this.choosing.execute({ ...policy, by: viewer.personId });
    return this.answer();
  }

  private async answer(): Promise<z.infer<typeof listSchema>> {
    const history = await this.policies.history();
    return { items: history.map((each) => ({ ...each, chosenAt: each.chosenAt.toISOString() })) };
  }
}
