/** What is known of a seat by a link to it. */
export interface Invitation {
  id: string;
  assignmentId: string;
  seatId: string;
  lotId: string;
  kind: 'gift' | 'clinic';
  title: string;
  /** Who gives it: a person, or a clinic. */
  giver: string;
  message: string;
  courses: { id: string; title: string; slug: string }[];
  expiresAfterDays: number | null;
  isPaused: boolean;
  isReplaced: boolean;
  acceptedBy: string | null;
  endedReason: string | null;
}

/**
 * `open`: can be accepted · `yours`: this person has it · `accepted`: somebody else has it · `replaced`: a newer mail has
 * another link · `recalled`: the clinic took it back · `withdrawn`: it was paid back
 */
export type InvitationState = 'open' | 'yours' | 'accepted' | 'replaced' | 'recalled' | 'withdrawn';

export function stateOf(
  { acceptedBy, endedReason, isReplaced, courses }: Invitation,
  personId: string | null,
): InvitationState {
  if (endedReason === 'recalled') return 'recalled';
  if (endedReason !== null || courses.length === 0) return 'withdrawn';
  if (acceptedBy !== null) return acceptedBy === personId ? 'yours' : 'accepted';
  return isReplaced ? 'replaced' : 'open';
}
