import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../web/index.js';
import { Entrance } from './access/entrance.js';
import { roleSchema } from './roles.js';
import { credentialsSchema } from './users.schemas.js';

const whoSchema = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  confirmed: z.boolean().describe('The e-mail address is confirmed'),
  roles: z.array(roleSchema),
});

@ApiController('session', 'people')
export class SessionApi {
  constructor(private readonly entrance: Entrance) {}

  @Post()
  @Allow('anyone')
  @HttpCode(204)
  @Answers(204, undefined, 'Signed in: the session is in the cookie')
  @Refuses('400 malformed', '401 wrong_credentials', '403 foreign_origin', '429 too_many_tries', '503 busy')
  async signIn(
    @Body({ schema: credentialsSchema }) _: z.infer<typeof credentialsSchema>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.entrance.signIn(request, response);
  }

  @Get()
  @Allow('signed-in')
  @Answers(200, whoSchema, 'Who is signed in')
  @Refuses('401 unauthenticated')
  who(@CurrentViewer() viewer: Viewer): z.infer<typeof whoSchema> {
    const { personId, name, email, confirmed, roles } = viewer;
    return { personId, name, email, confirmed, roles };
  }

  @Delete()
  @Allow('anyone')
  @HttpCode(204)
  @Answers(204, undefined, 'Signed out; also when nobody was signed in')
  @Refuses('403 foreign_origin')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.entrance.signOut(request, response);
  }
}
