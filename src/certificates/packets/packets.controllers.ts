import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
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
import { Config } from '../../shared/index.js';
import { CertificateQueries } from '../certificate.queries.js';
import { type MadePacket, MakePacket } from './make-packet.js';
import { type OwnPacket, PacketQueries } from './packet.queries.js';
import { defaultDays, ownPacketSchema, packetSchema, type WantedPacket } from './packets.schemas.js';
import { OwnPacketsView } from './views/own-packets.js';
import { WithdrawPacket } from './withdraw-packet.js';

const packetId = z.uuid();
/** What a holder can give: more is in nobody's hands. */
const mostCertificates = 100;

/** The links by which a holder shows what they have, and who opened them. */
@PageController('packets')
@Allow('signed-in')
export class OwnPacketsPages {
  constructor(
    private readonly packets: PacketQueries,
    private readonly certificates: CertificateQueries,
    private readonly making: MakePacket,
    private readonly withdrawing: WithdrawPacket,
    private readonly config: Config,
  ) {}

  @Get()
  list(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return this.view(page, personId, emptyForm({ days: String(defaultDays) }));
  }

  /** Answers with the page itself: the link is told once, and stands in no address of ours. */
  @Post()
  @HttpCode(201)
  async make(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    let made: MadePacket | undefined;
    const view = await submit({
      ...{ response, schema: packetSchema, body },
      act: async (wanted) => {
        made = await this.making.execute(personId, wanted);
        return '/packets';
      },
      view: (form) => this.view(page, personId, form),
    });
    if (!made) return view;
    response.status(201).removeHeader('location');
    return this.view(page, personId, emptyForm({ days: String(defaultDays) }), made);
  }

  @Post(':id/withdrawal')
  @HttpCode(303)
  async withdraw(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: packetId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.withdrawing.execute(personId, id);
    response.location('/packets');
  }

  private async view(page: PageContext, personId: string, form: FormState, made?: MadePacket): Promise<JSX.Element> {
    const [packets, certificates] = await Promise.all([
      this.packets.ofPerson(personId),
      this.certificates.ofPerson(personId, mostCertificates),
    ]);
    const link = made && `${this.config.baseUrl}/packets/${made.token}`;
    return OwnPacketsView({ page, form, packets, certificates, link });
  }
}

@ApiController('packets', 'certificates')
@Allow('signed-in')
export class OwnPacketsApi {
  constructor(
    private readonly packets: PacketQueries,
    private readonly making: MakePacket,
    private readonly withdrawing: WithdrawPacket,
    private readonly config: Config,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(ownPacketSchema) }), 'One’s own links, newest first, and who opened them')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() { personId }: Viewer): Promise<{ items: OwnPacket[] }> {
    return { items: await this.packets.ofPerson(personId) };
  }

  @Post()
  @Answers(201, z.object({ id: z.uuid(), link: z.url(), until: z.iso.datetime() }), 'The link is told once')
  @Refuses('400 malformed', '401 unauthenticated', '409 too_many_packets', '422 not_yours')
  async make(
    @CurrentViewer() { personId }: Viewer,
    @Body({ schema: packetSchema }) wanted: WantedPacket,
  ): Promise<{ id: string; link: string; until: Date }> {
    const { id, token, until } = await this.making.execute(personId, wanted);
    return { id, link: `${this.config.baseUrl}/packets/${token}`, until };
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '404 not_found')
  withdraw(@CurrentViewer() { personId }: Viewer, @Param('id', { schema: packetId }) id: string): Promise<void> {
    return this.withdrawing.execute(personId, id);
  }
}
