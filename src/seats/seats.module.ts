import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { AcceptSeat } from './invitations/accept-seat.js';
import { InvitationQueries } from './invitations/invitation.queries.js';
import { InviteHolder } from './invitations/invite-holder.js';
import { OpenSeats } from './lots/open-seats.js';
import { SeatQueries } from './lots/seat.queries.js';
import { SuspendSeats } from './lots/suspend-seats.js';
import { WithdrawSeats } from './lots/withdraw-seats.js';
import { SeatMails } from './seat.mails.js';

@Module({
  imports: [EnrollmentModule],
  providers: [
    SeatMails,
    OpenSeats,
    WithdrawSeats,
    SuspendSeats,
    SeatQueries,
    InviteHolder,
    InvitationQueries,
    AcceptSeat,
  ],
  exports: [OpenSeats, WithdrawSeats, SuspendSeats, SeatQueries],
})
export class SeatsModule {}
