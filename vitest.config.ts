import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vite would take graphql's second copy (its ES module build) while every package takes the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 120_000,
    reporters: ['default', './tests/closing-lines.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/contract/**', 'tests/process/**', 'tests/browser/**'],
        },
      },
      {
        extends: true,
        test: {
          // The program as it is started: compiled, in processes of its own.
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          globalSetup: 'tests/process/build.ts',
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // The pages, in the machine's own Chromium.
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          fileParallelism: false,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          // On both engines. Neo4j has one database, so one file after the other.
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: 'tests/neo4j/setup.ts',
          fileParallelism: false,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
