import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Files at a time, of all projects together. Neo4j, the program and Chromium are processes of their own beside them. */
const workers = Math.max(2, availableParallelism())

export default defineConfig({
  // Vite would take graphql's second copy (its ES module build) while every package takes the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 120_000,
    maxWorkers: workers,
    // A worker loads the program once, not for every file; whatever a file changes beyond itself it changes back.
    isolate: false,
    reporters: ['default', './tests/closing-lines.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/contract/**', 'tests/process/**', 'tests/browser/**'],
          globalSetup: 'tests/seed/setup.ts',
        },
      },
      {
        extends: true,
        test: {
          // The program as it is started: compiled, in processes of its own.
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          globalSetup: 'tests/process/build.ts',
        },
      },
      {
        extends: true,
        test: {
          // The pages, in the machine's own Chromium.
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          // On both engines. A Neo4j has one database, so each worker has one of its own.
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: ['tests/neo4j/setup.ts', 'tests/seed/setup.ts'],
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
