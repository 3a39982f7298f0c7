/** A truth that the stored data must keep, whatever ran, crashed or came twice. */
export interface DataCheck {
  /** Which family it belongs to: I1 money adds up, I2 paid once, I3 access has a cause, I4 money back takes access back, I5 nothing oversold, I7 certificates. */
  invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7';
  /** What holds, as a sentence. */
  says: string;
  /** Finds what breaks it: one row per damage, with the text `what`. */
  sql: string;
}

export interface Damage {
  check: DataCheck;
  what: string;
}
