export * from './content-reader/index.js';
