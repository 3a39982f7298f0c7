import { clozeView } from '../types/cloze/cloze.controls.js';
import { dosingView } from '../types/dosing/dosing.controls.js';
import { essayView } from '../types/essay/essay.controls.js';
import { faceMapView } from '../types/face-map/face-map.controls.js';
import { fileView } from '../types/file/file.controls.js';
import { hotspotView } from '../types/hotspot/hotspot.controls.js';
import { matchingView } from '../types/matching/matching.controls.js';
import { multipleView } from '../types/multiple/multiple.controls.js';
import { numericView } from '../types/numeric/numeric.controls.js';
import type { TypeName } from '../types/index.js';
import { orderingView } from '../types/ordering/ordering.controls.js';
import { shortAnswerView } from '../types/short-answer/short-answer.controls.js';
import { singleView } from '../types/single/single.controls.js';
import { trueFalseView } from '../types/true-false/true-false.controls.js';
import type { QuestionView } from './question-view.js';

const views: Record<TypeName, QuestionView> = {
  single: singleView,
  multiple: multipleView,
  trueFalse: trueFalseView,
  numeric: numericView,
  shortAnswer: shortAnswerView,
  matching: matchingView,
  ordering: orderingView,
  cloze: clozeView,
  dosing: dosingView,
  essay: essayView,
  file: fileView,
  hotspot: hotspotView,
  faceMap: faceMapView,
};

export const viewOf = (type: TypeName): QuestionView => views[type];
