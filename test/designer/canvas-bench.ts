/** A browser with the canvas in it and nothing else of the designer: what is drawn, written and remembered there. */
import { build } from 'esbuild'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../engine/connectors/documents/printing/chromium.ts'
import type { Language } from '../../engine/core/text.ts'

const ADDRESS = 'http://canvas.test/'

export interface CanvasBrowser extends AsyncDisposable {
  readonly browser: Browser
  /** A page with nothing on it yet but the bench. */
  page(): Promise<Page>
  /** A page with the drawing on its canvas, as `window.canvas`. */
  open(xml: string, options?: { readonly language?: Language; readonly isReadOnly?: boolean }): Promise<Page>
}

/** @param entry what runs in the page, a file beside this one */
export async function openCanvasBrowser(entry = 'canvas-page.ts'): Promise<CanvasBrowser> {
  const { script, style } = await bundled(entry)
  const browser = await launchChromium({})
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.route(`${ADDRESS}**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html><head><title>canvas</title><style>${style}</style></head><body><script>${script}</script></body></html>`,
    }),
  )
  const page = async (): Promise<Page> => {
    const made = await context.newPage()
    await made.goto(ADDRESS)
    return made
  }
  return {
    browser,
    page,
    async open(xml, options = {}) {
      const made = await page()
      await made.evaluate(
        async ({ xml, options }) => {
          window.canvas = await window.bench.open(xml, options)
        },
        { xml, options },
      )
      return made
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

async function bundled(entry: string): Promise<{ readonly script: string; readonly style: string }> {
  const built = await build({
    entryPoints: [resolve(import.meta.dirname, entry)],
    bundle: true,
    splitting: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    outdir: 'out',
    format: 'iife',
    // The worker that checks is not at this address: nothing is found here but what a test gives.
    define: { 'import.meta.url': '"http://canvas.test/page.js"' },
    charset: 'utf8',
    alias: { '@fontsource': resolve('node_modules/@fontsource') },
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.eot': 'empty', '.svg': 'dataurl' },
  })
  const of = (end: string): string => built.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? ''
  return { script: of('.js').replaceAll('</script', '<\\/script'), style: of('.css') }
}
