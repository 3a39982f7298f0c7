export { refuseBesideRealKeys } from './refuse-beside-real-keys.js';
export { type RunningSandbox, type SandboxOptions, startStripeSandbox } from './start.js';
