export { freePort, testApp, type TestApp } from './app.js';
export { type Answer, Client } from './client.js';
export { cloneOf, testDatabase, type TestDatabase } from './databases.js';
