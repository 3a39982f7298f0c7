// The longest walks in a browser have a command of their own; the main job is walked in every run.
const longWalks = ['<rootDir>/test/journey/(shop|player|face-map|zones|licences|sign-offs|exam|exports)\\.test\\.ts$'];

/** @type {import('jest').Config} */
export default {
  // Files share one process per worker and with it what they import: loading it for each of them took half of the time.
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  maxWorkers: 2,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/src/**/*.{spec,test}.{ts,tsx}'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  setupFiles: ['<rootDir>/test/support/setup.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/support/time-limits.mjs'],
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.JOURNEYS === 'all' ? [] : longWalks)],
};
