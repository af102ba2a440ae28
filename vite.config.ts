import { defineConfig } from 'vite'

/** Builds the page for trying queries: everything it needs in one folder, which the server serves under /graphiql/. */
export default defineConfig({
  root: 'src/explorer/graphiql',
  base: '/graphiql/',
  build: {
    outDir: '../../../dist/explorer/graphiql',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
  },
})
