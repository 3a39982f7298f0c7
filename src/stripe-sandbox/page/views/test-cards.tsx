import { testCards } from '../../payments/test-cards.js';

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ');

interface Props {
  chosen: string;
  error: string | undefined;
}

/** One click chooses a card instead of typing one; which fields show follows the choice without any script. */
export const TestCards = ({ chosen, error }: Props): JSX.Element => (
  <fieldset class="cards" aria-describedby={error && 'testCard-error'}>
    <legend>Card</legend>
    {error ? (
      <p class="error" id="testCard-error" safe>
        {error}
      </p>
    ) : (
      ''
    )}
    <label>
      <input type="radio" id="typed" name="testCard" value="" checked={chosen === ''} />
      <span class="does">Type a test card</span>
    </label>
    {testCards.map((card) => (
      <label>
        <input
          type="radio"
          id={card.number === chosen ? 'testCard' : `card-${card.number.slice(-4)}`}
          name="testCard"
          value={card.number}
          checked={card.number === chosen}
        />
        <span class="does" safe>
          {card.does}
        </span>
        <span class="number" safe>
          {grouped(card.number)}
        </span>
      </label>
    ))}
  </fieldset>
);
