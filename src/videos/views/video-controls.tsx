import type { Video } from '../../courses/index.js';
import { Button } from '../../web/index.js';
import { moment } from './moment.js';
import type { ToldPlayer } from './video-player.js';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const keys = [
  ['Space or K', 'play or pause'],
  ['J and L', '10 seconds back and forward'],
  ['← and →', '5 seconds back and forward'],
  ['C', 'captions'],
  ['F', 'full screen'],
  ['M', 'sound'],
] as const;

/** What the lesson asks for, said before it is watched; and what was seen so far. */
export function VideoRules({ video, told }: { video: Video; told: ToldPlayer }): JSX.Element {
  const { needed, skip, completed } = told;
  return (
    <div class="video-rules">
      {needed > 0 && !completed ? (
        <p safe>{`The lesson is complete once you have seen ${moment(needed)} of ${moment(video.seconds * 1000)}.`}</p>
      ) : (
        ''
      )}
      {skip ? (
        ''
      ) : (
        <p>You can go back whenever you like, and forward as far as you have seen. Your place is kept either way.</p>
      )}
      {needed > 0 || !skip ? (
        <noscript>
          <p>What you see is counted by a script: without it the video plays, and the lesson stays open.</p>
        </noscript>
      ) : (
        ''
      )}
      <p class="video-seen" hidden>
        {''}
      </p>
      <p class="video-status" role="status">
        {''}
      </p>
    </div>
  );
}

/** What the browser's own player lacks. Shown by the script that makes it work. */
export const VideoControls = (): JSX.Element => (
  <div class="video-controls" hidden>
    <label class="video-speed">
      <span>Speed</span>
      <select class="input">
        {speeds.map((speed) => (
          <option value={String(speed)} safe>
            {`${String(speed)}×`}
          </option>
        ))}
      </select>
    </label>
    <span class="video-pip" hidden>
      <Button type="button" look="secondary" small icon="picture-in-picture-2">
        Picture in picture
      </Button>
    </span>
    <details class="video-keys">
      <summary>Keys</summary>
      <p>While the player or something below it has the focus:</p>
      <dl>
        {keys.map(([key, act]) => (
          <div>
            <dt>
              <kbd safe>{key as string}</kbd>
            </dt>
            <dd safe>{act as string}</dd>
          </div>
        ))}
      </dl>
    </details>
  </div>
);

/** Stands where other lessons have their button. */
export const VideoAct = ({ told, next }: { told: ToldPlayer; next: string }): JSX.Element => (
  <div class="video-act">
    <p safe>{`Complete once you have seen ${moment(told.needed)} of the video above.`}</p>
    <a class="button button-primary" href={next} hidden>
      Continue
    </a>
  </div>
);
