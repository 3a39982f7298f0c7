// The longest walks in a browser have a command of their own; the main job is walked in every run.
const longWalks = ['<rootDir>/test/journey/(shop|player|face-map|zones|licences|sign-offs|exam)\\.test\\.ts$'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testTimeout: 30_000,
  maxWorkers: 2,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/src/**/*.{spec,test}.{ts,tsx}'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  setupFiles: ['<rootDir>/test/support/setup.mjs'],
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.JOURNEYS === 'all' ? [] : longWalks)],
  workerIdleMemoryLimit: '800MB',
};
