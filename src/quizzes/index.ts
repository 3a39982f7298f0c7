export { ImportQuizzes } from './bank/import-quizzes.js';
export { QuizzesModule } from './quizzes.module.js';
