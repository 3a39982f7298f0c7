import { Icon } from '../../web/index.js';

const keys: [string, string][] = [
  ['N', 'Next lesson'],
  ['P', 'Previous lesson'],
  ['O', 'To the course outline'],
  ['H', 'Highlight the selected passage, or the paragraph on top'],
  ['M', 'Write a note on it'],
  ['B', 'Bookmark it'],
  ['?', 'This list'],
];

/** What single keys do in the player, and how to turn them off. Shown only where the script runs. */
export const PlayerKeys = (): JSX.Element => (
  <player-keys hidden class="no-print">
    <button type="button" class="button button-quiet button-small player-keys-open">
      <Icon name="keyboard" size={18} /> Keyboard shortcuts
    </button>
    <dialog class="note-dialog" aria-labelledby="player-keys-title">
      <h2 id="player-keys-title">Keyboard shortcuts</h2>
      <dl class="player-keys">
        {keys.map(([key, does]) => (
          <>
            <dt>
              <kbd safe>{key}</kbd>
            </dt>
            <dd safe>{does}</dd>
          </>
        ))}
      </dl>
      <p>
        <label class="player-keys-choice">
          <input type="checkbox" /> Use single keys on this device
        </label>
      </p>
      <div class="form-actions">
        <button type="button" class="button button-secondary" data-act="close">
          Close
        </button>
      </div>
    </dialog>
  </player-keys>
);
