import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vite would take graphql's second copy (its ES module build) while every package takes the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
  },
})
