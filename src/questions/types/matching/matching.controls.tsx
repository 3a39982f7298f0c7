import { fieldId } from '../../../web/index.js';
import type { AskedQuestion, QuestionView } from '../../views/question-view.js';

type Named = { id: string; text: string };
const of = (question: AskedQuestion, what: 'stems' | 'choices') => question[what] as Named[];
const pairsIn = (held: Record<string, unknown> | null) => (held?.['pairs'] ?? {}) as Record<string, string>;

export const matchingView: QuestionView = {
  Controls: ({ question, name, response, errorId }) => (
    <div class="matching">
      {of(question, 'stems').map(({ id: stem, text }) => (
        <div class="field">
          <label for={fieldId(`${name}.pairs.${stem}`)} safe>
            {text}
          </label>
          <select
            class="input select"
            id={fieldId(`${name}.pairs.${stem}`)}
            name={`${name}.pairs.${stem}`}
            aria-describedby={errorId}
          >
            <option value="">Choose</option>
            {of(question, 'choices').map(({ id, text: words }) => (
              <option value={id} selected={pairsIn(response)[stem] === id} safe>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  ),

  words(question, held) {
    const textOf = new Map(of(question, 'choices').map(({ id, text }) => [id, text]));
    return of(question, 'stems')
      .map(({ id, text }) => `${text}: ${textOf.get(pairsIn(held)[id] ?? '') ?? 'no answer'}`)
      .join('; ');
  },
};
