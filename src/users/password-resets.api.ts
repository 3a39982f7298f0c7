import { Body, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, Refuses } from '../web/index.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { ClientIp } from './throttle/client-ip.js';
import { emailOnlySchema, newPasswordSchema, tokenSchema } from './users.schemas.js';

const resetSchema = newPasswordSchema.extend({ token: tokenSchema });
const acceptedSchema = z.object({ message: z.string() });

@ApiController('password-resets', 'people')
@Allow('anyone')
export class PasswordResetsApi {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post()
  @HttpCode(202)
  @Answers(202, acceptedSchema, 'The same answer whether the e-mail is known or not')
  @Refuses('400 malformed', '403 foreign_origin', '429 too_many_tries')
  async request(
    @Body({ schema: emailOnlySchema }) { email }: z.infer<typeof emailOnlySchema>,
    @ClientIp() ip: string,
  ): Promise<z.infer<typeof acceptedSchema>> {
    await this.requestReset.execute({ email, ip });
    return { message: 'If there is an account with this address, a mail with a link is on its way.' };
  }

  @Post('use')
  @HttpCode(204)
  @Answers(204, undefined, 'The password is set, and every session of the person ended')
  @Refuses('400 malformed', '403 foreign_origin', '410 link_gone', '422 weak_password', '503 busy')
  async use(@Body({ schema: resetSchema }) reset: z.infer<typeof resetSchema>): Promise<void> {
    await this.resetPassword.execute(reset);
  }
}
