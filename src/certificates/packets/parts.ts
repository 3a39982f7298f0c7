import { MakePacket } from './make-packet.js';
import { OpenPacket } from './open-packet.js';
import { OpenedPacket } from './opened-packet.controller.js';
import { OpeningLimit } from './opening-limit.js';
import { PacketQueries } from './packet.queries.js';
import { OwnPacketsApi, OwnPacketsPages } from './packets.controllers.js';
import { PrintPacket } from './print-packet.js';
import { WithdrawPacket } from './withdraw-packet.js';

export const packetControllers = [OwnPacketsPages, OwnPacketsApi, OpenedPacket];
export const packetProviders = [MakePacket, OpenPacket, OpeningLimit, PacketQueries, PrintPacket, WithdrawPacket];
