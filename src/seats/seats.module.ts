import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { AssignSeats } from './assigning/assign-seats.js';
import { AssigningPages } from './assigning/assigning.pages.js';
import { ClinicSeatQueries } from './assigning/clinic-seat.queries.js';
import { ClinicSeats } from './assigning/clinic-seats.js';
import { ClinicSeatsApi } from './assigning/clinic-seats.api.js';
import { ClinicSeatsCsv } from './assigning/clinic-seats-csv.api.js';
import { ReassignSeat } from './assigning/reassign-seat.js';
import { RecallSeat } from './assigning/recall-seat.js';
import { ClinicQueries } from './clinics/clinic.queries.js';
import { ClinicsApi } from './clinics/clinics.api.js';
import { ClinicsPages } from './clinics/clinics.pages.js';
import { FoundClinic } from './clinics/found-clinic.js';
import { OwnSeatsApi, OwnSeatsPages } from './invitations/own-seats.controllers.js';
import { ShareProgress } from './invitations/share-progress.js';
import { AcceptManagement } from './managers/accept-management.js';
import { EndManagement } from './managers/end-management.js';
import { InviteManager } from './managers/invite-manager.js';
import { ManagerInvitationPages, ManagerInvitationsApi } from './managers/manager-invitations.controllers.js';
import { ManagerInvitationQueries } from './managers/manager-invitation.queries.js';
import { ManagersPages } from './managers/managers.pages.js';
import { WithdrawManagerInvitation } from './managers/withdraw-manager-invitation.js';
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
  controllers: [
    GiftsPages,
    GiftsApi,
    OwnSeatsPages,
    OwnSeatsApi,
    InvitationPages,
    InvitationsApi,
    AssigningPages,
    ClinicSeatsApi,
    ClinicSeatsCsv,
    ClinicsPages,
    ClinicsApi,
    ManagersPages,
    ManagerInvitationPages,
    ManagerInvitationsApi,
  ],
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
    ShareProgress,
    ClinicQueries,
    ClinicSeatQueries,
    ClinicSeats,
    FoundClinic,
    AssignSeats,
    RecallSeat,
    ReassignSeat,
    ManagerInvitationQueries,
    InviteManager,
    AcceptManagement,
    EndManagement,
    WithdrawManagerInvitation,
  ],
  exports: [ClinicForPurchase, OpenSeats, WithdrawSeats, SuspendSeats, SeatQueries, ClinicQueries, FoundClinic],
})
export class SeatsModule {}
