import { DomainError } from '../../shared/index.js';
import { responseOf } from '../../web/index.js';
import { separatorOf } from '../marking/separator.js';
import { type Answer, type Outcome, type Posed, questionType, type TypeName } from '../types/index.js';
import type { AskedQuestion } from '../views/question-view.js';
import type { AuthoredType } from '../editor/editors.js';
import { bodyOf, keyOf, type StoredBody, type StoredKey } from './stored-question.js';

/** A question as a candidate would see it, answered and marked on the spot; nothing is stored. */
export interface Previewed {
  asked: AskedQuestion;
  marks: number;
  manual: boolean;
  response: Record<string, unknown> | null;
  /** Why the answer could not be read. */
  refused?: string;
  outcome?: Outcome;
  right: Answer;
  feedback: string;
  source: string;
}

interface Version {
  type: AuthoredType;
  body: StoredBody;
  key: StoredKey;
  marks: number;
}

/** One for a question alone, one for each question of a case. `typed` is the posted form, if there was one. */
export function previewOf(version: Version, language: string, typed?: Record<string, unknown>): Previewed[] {
  if (version.type !== 'vignette') {
    return [preview({ ...version, type: version.type }, '0', language, typed)];
  }
  return version.body.parts!.map(({ id, type, marks }, at) =>
    preview(
      { type, marks, body: bodyOf(version.body, { part: id }), key: keyOf(version.key, { part: id }) },
      String(at),
      language,
      typed,
    ),
  );
}

function preview(
  { type: name, body, key, marks }: Version & { type: TypeName },
  id: string,
  language: string,
  typed?: Record<string, unknown>,
): Previewed {
  const type = questionType(name);
  const slots = type.parts(body).map((part, at) => ({ id: `part-${at}`, part }));
  const posed: Posed = { body, slots, variant: type.draw?.(body, () => 0) ?? null, separator: separatorOf(language) };
  const asked = type.ask(posed);
  const sent = typed && (responseOf(Object.entries(typed), `answer-${id}`) ?? null);
  return {
    asked: {
      ...{ id, type: name, text: asked.text ?? body.text },
      ...(body.picture && { picture: body.picture }),
      ...type.asked.parse(asked),
    },
    ...{ marks, manual: type.manual === true, right: type.reveal(key.right, posed) },
    ...{ feedback: key.feedback, source: key.source },
    ...answered(
      sent,
      (response) => type.read(response, posed),
      (response) => type.mark(key.right, response, posed),
    ),
  };
}

/** What was answered, and what it earns. */
function answered(
  sent: object | null | undefined,
  read: (sent: object) => object | null,
  mark: (response: object) => Outcome,
): Pick<Previewed, 'response' | 'refused' | 'outcome'> {
  if (!sent) return sent === null ? { response: null, outcome: { credit: 0 } } : { response: null };
  try {
    const response = read(sent) as Record<string, unknown> | null;
    return { response, outcome: response ? mark(response) : { credit: 0 } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { response: sent as Record<string, unknown>, refused: error.message };
  }
}
