import { Body, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, Refuses } from '../web/index.js';
import { Entrance } from './access/entrance.js';
import { ConfirmEmail } from './confirm-email.js';
import { homePath } from './home-path.js';
import { safeNextPath } from './next-path.js';
import { SignUp } from './sign-up.js';
import { ClientIp } from './throttle/client-ip.js';
import { signUpSchema, tokenSchema } from './users.schemas.js';

const confirmationSchema = z.strictObject({ token: tokenSchema });
const acceptedSchema = z.object({ message: z.string() });
const nextSchema = z.object({ next: z.string().describe('The path to continue with') });

@ApiController('people')
@Allow('anyone')
export class PeopleApi {
  constructor(
    private readonly signUp: SignUp,
    private readonly confirmEmail: ConfirmEmail,
    private readonly entrance: Entrance,
  ) {}

  @Post()
  @Answers(201, acceptedSchema, 'The same answer for a known e-mail, whose owner is told by mail')
  @Refuses('400 malformed', '403 foreign_origin', '422 weak_password', '429 too_many_tries', '503 busy')
  async add(
    @Body({ schema: signUpSchema }) person: z.infer<typeof signUpSchema>,
    @ClientIp() ip: string,
  ): Promise<z.infer<typeof acceptedSchema>> {
    await this.signUp.execute({ ...person, ip });
    return { message: 'Look into your mailbox: a mail with a link is on its way.' };
  }

  @Post('confirmations')
  @HttpCode(200)
  @Answers(200, nextSchema, 'The e-mail is confirmed and its owner signed in')
  @Refuses('400 malformed', '403 foreign_origin', '410 link_gone')
  async confirm(
    @Body({ schema: confirmationSchema }) { token }: z.infer<typeof confirmationSchema>,
    @Req() request: Request,
  ): Promise<z.infer<typeof nextSchema>> {
    const { person, nextPath } = await this.confirmEmail.execute(token);
    await this.entrance.enter(request, person);
    return { next: safeNextPath(nextPath) ?? homePath(person.roles) };
  }
}
