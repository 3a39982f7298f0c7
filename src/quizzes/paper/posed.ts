import { bodyOf, type Posed, separatorOf, type StoredBody } from '../../questions/index.js';
import type { Settings } from '../attempts/attempt.js';
import type { PaperQuestion } from './paper.js';

/** A question as it stands in its paper, for the answers of its type. `body` is that of its version. */
export const posed = (question: PaperQuestion, body: StoredBody, { language }: Settings): Posed => ({
  body: bodyOf(body, question),
  slots: question.slots,
  variant: question.variant ?? null,
  separator: separatorOf(language ?? 'en'),
});
