import { testCards } from '../../payments/test-cards.js';

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Each button fills the form by a round trip: it works without any script. */
export const TestCards = (): JSX.Element => (
  <details class="cards">
    <summary>Test cards</summary>
    <p>Choose one and the form is filled in; you still press Pay yourself.</p>
    <ul>
      {testCards.map((card) => (
        <li>
          <span class="number" safe>
            {grouped(card.number)}
          </span>
          <span class="does" safe>
            {card.does}
          </span>
          <button
            class="quiet"
            type="submit"
            name="fill"
            value={card.number}
            aria-label={`Use this card: ${card.does}, ending in ${card.number.slice(-4)}`}
          >
            Use this card
          </button>
        </li>
      ))}
    </ul>
  </details>
);
