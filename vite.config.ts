import { defineConfig } from 'vite'

/** Builds the pages that the server serves, with everything that they need beside them. */
export default defineConfig({
  root: 'src/explorer',
  build: {
    outDir: '../../dist/explorer',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: ['src/explorer/index.html', 'src/explorer/graphiql/index.html'] },
  },
})
