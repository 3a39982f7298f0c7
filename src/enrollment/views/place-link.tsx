import { Icon, Time } from '../../web/index.js';
import type { Place } from '../place/place.queries.js';

/** The way back to where one stopped. The script keeps the place, and says whether it was on another device. */
export function PlaceLink(props: { course: string; lesson: string; place: Place | null }): JSX.Element {
  const { course, lesson, place } = props;
  const api = `/api/learning/${course}/lessons/${lesson}/place`;
  return (
    <lesson-place api={api} block={place?.block} fraction={place?.fraction} device={place?.device}>
      <p class="lesson-place no-print" role="status">
        {place ? (
          <a href={`#${place.block}`}>
            <Icon name="bookmark" size={18} />
            <span>
              <span class="lesson-place-words">Continue where you were</span> (<Time at={place.savedAt} />)
            </span>
          </a>
        ) : (
          ''
        )}
      </p>
    </lesson-place>
  );
}
