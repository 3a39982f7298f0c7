import { Icon } from '../../../web/index.js';
import type { AskedQuestion, ControlsProps, QuestionView } from '../../views/question-view.js';

type Item = { id: string; text: string };
const itemsOf = (question: AskedQuestion) => question['items'] as Item[];
const orderIn = (held: Record<string, unknown> | null) => held?.['order'] as string[] | undefined;

/** The items in the order of the response, or as they were drawn. */
function ordered(question: AskedQuestion, held: Record<string, unknown> | null): Item[] {
  const order = orderIn(held);
  const items = itemsOf(question);
  return order ? order.flatMap((id) => items.find((item) => item.id === id) ?? []) : items;
}

export const orderingView: QuestionView = {
  Controls: Ordering,
  script: 'ordering',
  words: (question, held) =>
    ordered(question, held)
      .map(({ text }, at) => `${at + 1}. ${text}`)
      .join(' '),
};

/** Moved by buttons, by keys or by dragging; until something was moved or confirmed, nothing is answered. */
function Ordering({ question, name, response, errorId }: ControlsProps): JSX.Element {
  const items = ordered(question, response);
  return (
    <>
      <question-ordering class="ordering" data-name={`${name}.order:list`}>
        <ol aria-describedby={errorId}>
          {items.map(({ id, text }) => (
            <li data-item={id}>
              <input type="hidden" name={`${name}.order:list`} value={id} disabled={response === null} />
              <span class="ordering-text" safe>
                {text}
              </span>
              <span class="ordering-moves" hidden>
                <button
                  type="button"
                  class="button button-quiet button-small"
                  data-move="-1"
                  aria-label={`Move up: ${text}`}
                >
                  <Icon name="arrow-up" size={18} />
                </button>
                <button
                  type="button"
                  class="button button-quiet button-small"
                  data-move="1"
                  aria-label={`Move down: ${text}`}
                >
                  <Icon name="arrow-down" size={18} />
                </button>
              </span>
            </li>
          ))}
        </ol>
        <button type="button" class="button button-secondary button-small ordering-confirm" hidden>
          This order is right
        </button>
        <p class="visually-hidden" aria-live="polite"></p>
      </question-ordering>
      <noscript>
        {items.map(({ id, text }, at) => (
          <label class="ordering-place">
            <select class="input select" name={`${name}.places.${id}`}>
              <option value="">Place</option>
              {items.map((_, place) => (
                <option value={String(place + 1)} selected={response !== null && place === at}>
                  {place + 1}
                </option>
              ))}
            </select>{' '}
            <span safe>{text}</span>
          </label>
        ))}
      </noscript>
    </>
  );
}
