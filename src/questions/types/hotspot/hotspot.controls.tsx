import { MapControls } from '../../maps/map-controls.js';
import { MapReview } from '../../maps/map-review.js';
import { pointsWords } from '../../maps/point-words.js';
import type { QuestionView } from '../../views/question-view.js';

export const hotspotView: QuestionView = {
  Controls(props) {
    const count = props.question['count'] as number;
    const help = count === 1 ? 'Place one point on the picture.' : `Place ${count} points on the picture.`;
    return <MapControls {...props} most={count} help={help} />;
  },
  script: 'face-map',
  showsPicture: true,
  words: pointsWords,
  Review: MapReview,
};
