import { MapControls } from '../../maps/map-controls.js';
import { MapReview } from '../../maps/map-review.js';
import { pointsWords, separatorOf } from '../../maps/point-words.js';
import type { AskedQuestion, QuestionView } from '../../views/question-view.js';
import { mostPoints } from './face-map.js';

const help = (question: AskedQuestion) =>
  `Place a point for each injection, and give its units, product and depth. Write numbers with a decimal ${
    separatorOf(question) === '.' ? 'point: 2.5' : 'comma: 2,5'
  }. A point too many costs marks; a point where it would do harm fails the question.`;

export const faceMapView: QuestionView = {
  Controls: (props) => <MapControls {...props} most={mostPoints} help={help(props.question)} />,
  script: 'face-map',
  showsPicture: true,
  words: pointsWords,
  Review: MapReview,
};
