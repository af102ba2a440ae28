import { defineConfig } from 'rolldown'

/**
 * Packs the program with what it is made of into a few files: read one by one, a thousand modules take most of
 * the time in which it starts. What has a native part, or threads that read files of their own, stays beside it.
 */
export default defineConfig({
  input: { main: 'src/main.ts', cli: 'src/cli.ts' },
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  platform: 'node',
  external: [/^@grafeo-db\//, 'piscina'],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'program/[name].js',
    sourcemap: true,
  },
})
