/** How a certificate can be held: five faces of one truth. */
export const faces = ['json', 'jwt', 'png', 'svg', 'pdf'] as const;
export type Face = (typeof faces)[number];

/** What was found in a file: the text of a credential or token, not yet verified, or why there is none. */
export type FaceRead = { credential: string } | { refused: string };
