import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { GiftQueries } from './gifts/gift.queries.js';
import { GiftsApi } from './gifts/gifts.api.js';
import { GiftsPages } from './gifts/gifts.pages.js';
import { HeldSeatQueries } from './invitations/held-seat.queries.js';
import { InvitationPages } from './invitations/invitations.pages.js';
import { InvitationsApi } from './invitations/invitations.api.js';
import { OpenInvitation } from './invitations/open-invitation.js';
import { RemindHolders } from './invitations/remind-holders.js';
import { ResendInvitation } from './invitations/resend-invitation.js';
import { ClinicForPurchase } from './clinics/clinic-for-purchase.js';
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
  controllers: [GiftsPages, GiftsApi, InvitationPages, InvitationsApi],
  providers: [
    SeatMails,
    OpenSeats,
    WithdrawSeats,
    SuspendSeats,
    SeatQueries,
    InviteHolder,
    InvitationQueries,
    OpenInvitation,
    AcceptSeat,
    ResendInvitation,
    RemindHolders,
    HeldSeatQueries,
    GiftQueries,
    ClinicForPurchase,
  ],
  exports: [ClinicForPurchase, OpenSeats, WithdrawSeats, SuspendSeats, SeatQueries],
})
export class SeatsModule {}
