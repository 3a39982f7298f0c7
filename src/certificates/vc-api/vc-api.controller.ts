import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Refuses } from '../../web/index.js';
import { IssueAny } from './issue-any.js';
import { VerifyAny } from './verify-any.js';

const anything = z.record(z.string(), z.unknown());
const issuing = z.object({ credential: anything });
const verifying = z.object({ verifiableCredential: anything });
const presenting = z.object({
  verifiablePresentation: anything,
  options: z.object({ challenge: z.string().optional(), domain: z.string().optional() }).default({}),
});
const verified = z.object({ verified: z.literal(true), checks: z.array(z.string()) });
const credentialSchema = z.looseObject({ proof: z.array(anything) });

/** The test interface of the W3C (https://w3c-ccg.github.io/vc-api/), there only when VC_API is on. */
@Controller()
@ApiTags('vc-api')
@Allow('anyone')
export class VcApiController {
  constructor(
    private readonly issuing: IssueAny,
    private readonly verifying: VerifyAny,
  ) {}

  @Post('credentials/issue')
  @Answers(201, credentialSchema)
  @Refuses('400 malformed', '400 unprocessable_credential')
  issue(@Body({ schema: issuing }) { credential }: z.infer<typeof issuing>): Promise<object> {
    return this.issuing.execute(credential);
  }

  @Post('credentials/verify')
  @HttpCode(200)
  @Answers(200, verified)
  @Refuses('400 malformed', '400 unprocessable_credential')
  async verify(@Body({ schema: verifying }) { verifiableCredential }: z.infer<typeof verifying>) {
    await this.verifying.credential(verifiableCredential);
    return { verified: true, checks: ['proof', 'dates', 'status'] };
  }

  @Post('presentations/verify')
  @HttpCode(200)
  @Answers(200, verified)
  @Refuses('400 malformed', '400 unprocessable_credential')
  async present(@Body({ schema: presenting }) { verifiablePresentation, options }: z.infer<typeof presenting>) {
    await this.verifying.presentation(verifiablePresentation, options);
    return { verified: true, checks: ['proof'] };
  }
}
