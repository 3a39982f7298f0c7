export * from './clock.js';
export * from './currencies.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './instants.js';
export * from './money.js';
export * from './config.js';
