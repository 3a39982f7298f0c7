import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { evaluationSchema, GiveEvaluation } from '../applications/give-evaluation.js';
import { WithdrawApplication } from '../applications/withdraw-application.js';
import { SubmitApplication } from '../applications/submit-application.js';
import { SlugPipe } from '../../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, OptionalViewer, Refuses, type Viewer } from '../../web/index.js';
import { applicationSchema } from './application.schema.js';
import { type CertificationPage, CertificationPageQueries } from './certification-page.queries.js';
import { CertificationQueries } from './certification.queries.js';
import { requirementsSchema } from './requirements.js';

const instant = z.iso.datetime().nullable();
const described = z.object({
  slug: z.string(),
  title: z.string(),
  statement: z.string(),
  requirements: requirementsSchema,
});
const state = z.object({
  kind: z.string(),
  title: z.string(),
  met: z.boolean(),
  says: z.string().describe('What met it, or exactly what is missing'),
  href: z.string(),
});
const standing = described.extend({
  candidacy: z
    .object({ kind: z.enum(['initial', 'renewal']), met: z.boolean(), requirements: z.array(state) })
    .nullable(),
  renewableFrom: instant,
  application: z
    .object({ id: z.uuid(), status: z.string(), submittedAt: z.iso.datetime(), readyAt: instant })
    .nullable(),
  certificate: z.string().nullable().describe('Number of the latest certificate'),
});

@ApiController('certifications', 'certifications')
@Allow('anyone')
export class CertificationsApi {
  constructor(
    private readonly certifications: CertificationQueries,
    private readonly shown: CertificationPageQueries,
    private readonly submitting: SubmitApplication,
    private readonly withdrawing: WithdrawApplication,
    private readonly evaluating: GiveEvaluation,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(described) }))
  async list(): Promise<{ items: z.infer<typeof described>[] }> {
    const all = await this.certifications.all();
    return { items: all.map(({ slug, title, statement, requirements }) => ({ slug, title, statement, requirements })) };
  }

  @Get(':slug')
  @Answers(200, standing, 'With one’s own standing, for who is signed in')
  @Refuses('404 not_found')
  async show(@Param('slug', SlugPipe) slug: string, @OptionalViewer() viewer: Viewer | null) {
    return described200(await this.shown.of(slug, viewer?.personId ?? null));
  }

  @Post(':slug/application')
  @Allow('signed-in')
  @Answers(201, z.object({ applicationId: z.uuid() }))
  @Refuses('401 unauthenticated', '404 not_found', '409 already_applied', '409 not_yet_renewable', '422 invalid_input')
  apply(
    @Param('slug', SlugPipe) slug: string,
    @CurrentViewer() { personId }: Viewer,
    @Body({ schema: applicationSchema }) _declared: z.infer<typeof applicationSchema>,
  ): Promise<{ applicationId: string }> {
    return this.submitting.execute({ personId, slug });
  }

  @Post(':slug/withdrawal')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204, undefined, 'The application that was pending is withdrawn')
  @Refuses('401 unauthenticated', '404 not_found')
  withdraw(@CurrentViewer() { personId }: Viewer, @Param('slug', SlugPipe) slug: string): Promise<void> {
    return this.withdrawing.execute({ personId, slug });
  }

  @Post(':slug/evaluation')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204)
  @Refuses(
    '401 unauthenticated',
    '404 not_found',
    '409 already_evaluated',
    '409 not_yet_renewable',
    '422 invalid_input',
  )
  evaluate(
    @Param('slug', SlugPipe) slug: string,
    @CurrentViewer() { personId }: Viewer,
    @Body({ schema: evaluationSchema }) answers: z.infer<typeof evaluationSchema>,
  ): Promise<void> {
    return this.evaluating.execute(personId, slug, answers);
  }
}

function described200({ certification, candidacy, renewableFrom, application, number }: CertificationPage) {
  const { slug, title, statement, requirements } = certification;
  const { id, status, submittedAt, readyAt } = application ?? {};
  return {
    ...{ slug, title, statement, requirements, candidacy, renewableFrom },
    application: application && { id, status, submittedAt, readyAt },
    certificate: number,
  };
}
