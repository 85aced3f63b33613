/** How the designer is built: one entry, its views apart and loaded when they are opened, no code made from text. */
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const ROOT = resolve(import.meta.dirname, '..')

export default defineConfig({
  root: import.meta.dirname,
  base: '/designer/',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      // A page may not write code: its twin judges schemas there.
      { find: /^.*\/schema\/ajv\.ts$/, replacement: resolve(ROOT, 'engine/core/schema/interpreted.ts') },
      // Preact stands in for React where a library asks for it.
      { find: /^react(?:-dom)?$/, replacement: 'preact/compat' },
      // Forms are drawn by what was compiled before: a page may not compile.
      { find: /^handlebars$/, replacement: 'handlebars/runtime.js' },
    ],
    dedupe: ['preact'],
  },
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: { input: resolve(ROOT, 'designer/app/main.tsx') },
  },
})
