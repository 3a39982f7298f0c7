export { keepFiles, sha256Of } from './keep-files.js';
