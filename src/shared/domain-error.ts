export type ErrorKind =
  | 'invalid'
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'too_many'
  | 'unavailable';

export interface ErrorDetails {
  kind: ErrorKind;
  /** One sentence per form field, by the field's name. */
  fields?: Record<string, string>;
  /** Facts a client may act on, for example the stored answer of a stale save. */
  data?: Record<string, unknown>;
}

/** A refusal the product expects: a stable code, a sentence for a person, and the fields it is about. Knows no HTTP. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly fields: Record<string, string>;
  readonly data: Record<string, unknown> | undefined;

  constructor(
    readonly code: string,
    message: string,
    details: ErrorDetails,
  ) {
    super(message);
    this.kind = details.kind;
    this.fields = details.fields ?? {};
    this.data = details.data;
  }
}

/** The one answer for a thing that does not exist or is not yours: it does not tell which. */
export function notFound(what = 'page'): DomainError {
  return new DomainError('not_found', `There is no such ${what}.`, { kind: 'not_found' });
}

/** Bad input at one field. */
export function invalidField(field: string, sentence: string, code = 'invalid_input'): DomainError {
  return new DomainError(code, sentence, { kind: 'invalid', fields: { [field]: sentence } });
}
