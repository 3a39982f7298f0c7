import { testCards } from '../../payments/test-cards.js';

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** One click chooses a card instead of typing one; which fields show follows the choice without any script. */
export const TestCards = ({ chosen }: { chosen: string }): JSX.Element => (
  <fieldset class="cards">
    <legend>Card</legend>
    <label for="testCard">
      <input type="radio" id="testCard" name="testCard" value="" checked={chosen === ''} />
      <span class="number">Type a test card</span>
    </label>
    {testCards.map((card) => (
      <label for={`card-${card.number.slice(-4)}`}>
        <input
          type="radio"
          id={`card-${card.number.slice(-4)}`}
          name="testCard"
          value={card.number}
          checked={chosen === card.number}
        />
        <span class="number" safe>
          {grouped(card.number)}
        </span>
        <span class="does" safe>
          {card.does}
        </span>
      </label>
    ))}
  </fieldset>
);
