export { ImportQuizzes } from './importing/import-quizzes.js';
export { QuizzesModule } from './quizzes.module.js';
