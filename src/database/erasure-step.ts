/** What a room does when a person is erased: statements with the person's id as their only parameter. */
export interface ErasureStep {
  /** The table, and what of it goes. */
  what: string;
  sql: string;
}

/** What keeps a person from being erased for now: a statement that answers a row while it holds. */
export interface ErasureHold {
  /** Why, as a sentence to the person. */
  says: string;
  sql: string;
}
