export { ClinicForPurchase, type ClinicWish } from './clinics/clinic-for-purchase.js';
export { type BoughtSeats, type GiftRecipient, OpenSeats } from './lots/open-seats.js';
export { type SeatEffects, SeatQueries } from './lots/seat.queries.js';
export { SuspendSeats } from './lots/suspend-seats.js';
export { type SeatChoice, WithdrawSeats } from './lots/withdraw-seats.js';
export { seatsChecks } from './seats.checks.js';
export { SeatsModule } from './seats.module.js';
