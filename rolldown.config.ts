import { chmod } from 'node:fs/promises'
import { defineConfig } from 'rolldown'

/**
 * Packs the program with what it is made of into a few files: read one by one, a thousand modules take most of
 * the time in which it starts. What has a native part, or threads that read files of their own, stays beside it.
 */
export default defineConfig({
  input: { main: 'src/main.ts', cli: 'src/cli.ts' },
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  platform: 'node',
  // A library looks for Node's own hashes by this name, which is not there in a module, and would hash in JavaScript.
  transform: { define: { 'module.require': 'require' } },
  external: [/^@grafeo-db\//, /^@node-rs\//, 'piscina'],
  // npx runs it where it lies, and makes it executable only where it has not met it before.
  plugins: [{ name: 'executable', writeBundle: () => chmod('dist/cli.js', 0o755) }],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'program/[name].js',
    sourcemap: true,
  },
})
