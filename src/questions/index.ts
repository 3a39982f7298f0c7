export {
  type AuthoredPart,
  type AuthoredPicture,
  type AuthoredQuestion,
  authoredQuestion,
  cognitiveLevels,
  difficulties,
} from './authored.js';
export { ImportPools } from './bank/import-pools.js';
export { guessOf } from './bank/guess-of.js';
export { type KeyedOption, optionsOf } from './bank/options-of.js';
export {
  bodiesOf,
  drawable,
  enemiesAmong,
  placesOf,
  type PoolPlace,
  type PoolQuestion,
  poolTopics,
  type PoolTopics,
} from './bank/pool.queries.js';
export { putUses, type QuestionUse } from './bank/question-uses.js';
export { type PoolOfQuestions, PutQuestions } from './bank/put-questions.js';
export { bodyOf, keyOf, type ShownPicture, type StoredBody, type StoredKey } from './bank/stored-question.js';
export { MapControls } from './maps/map-controls.js';
export { MapReview } from './maps/map-review.js';
export { all, deep, elements, fieldOf, first, textOf, type XmlElement } from './formats/source/element.js';
export { linesOf } from './formats/source/lines.js';
export { type Assessment12, writeAssessment12 } from './formats/qti/write-qti12.js';
export { chars, tag } from './formats/source/write-xml.js';
export { xmlItems } from './formats/source/xml-items.js';
export { PackageFiles } from './formats/zip/package-files.js';
export { exact } from './marking/decimal.js';
export { type Separator, separatorOf } from './marking/separator.js';
export { pictureId, type PictureFile, PutPictures } from './pictures/put-pictures.js';
export { QuestionsModule } from './questions.module.js';
export {
  type Answer,
  type Finding,
  type Outcome,
  type Posed,
  questionType,
  responseForms,
  type Slot,
  type TypeName,
  typeNames,
  type Variant,
} from './types/index.js';
export { AnswerReview } from './views/question-review.js';
export { type Plane, planes, planeWords } from './types/face-map/planes.js';
export type { AskedQuestion } from './views/question-view.js';
export { viewOf } from './views/views.js';
