/**
 * Prints a page as PDF, in a browser without network, scripts or memory of the page before.
 *
 * One browser serves all, a few pages at a time; it starts with the first page, is started again when it dies, and ends
 * with the server. Each page has a context of its own.
 */
import type { Browser, Page } from 'playwright-core'
import { type ChromiumConfig, launchChromium } from './chromium.ts'
import { stampPdf } from './pdf.ts'

export interface PrinterConfig extends ChromiumConfig {
  /** Pages at the same time; 2 unless said otherwise. */
  readonly pages?: number
  /** Longest for one page; 30 s unless said otherwise. */
  readonly deadlineMs?: number
}

export interface Printer {
  /** @param html whole page @param at when it was issued, epoch ms. Rejects when the browser fails: nothing was kept. */
  print(html: string, at: number): Promise<Uint8Array>
  close(): Promise<void>
}

export function startPrinter(config: PrinterConfig = {}): Printer {
  const { pages: most = 2, deadlineMs = 30_000 } = config
  let browser: Promise<Browser> | undefined
  let closed = false
  let busy = 0
  const queue: (() => void)[] = []

  function running(): Promise<Browser> {
    if (closed) throw new Error('Expected the printer to be open, but the server is shutting down')
    if (browser !== undefined) return browser
    const starting = launchChromium(config)
    browser = starting
    const forget = (): void => {
      if (browser === starting) browser = undefined
    }
    starting.then((started) => started.on('disconnected', forget), forget)
    return starting
  }

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (busy < most) busy++
    else await new Promise<void>((next) => queue.push(next))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) busy--
      else next()
    }
  }

  async function printOnce(html: string): Promise<Uint8Array> {
    const context = await (
      await running()
    ).newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block' })
    try {
      context.setDefaultTimeout(deadlineMs)
      await context.route('**/*', (route) => route.abort())
      return await withinDeadline(pdfOf(await context.newPage(), html), deadlineMs)
    } finally {
      await context.close().catch(() => undefined)
    }
  }

  return {
    print: (html, at) =>
      turn(async () => {
        const before = browser
        try {
          return stampPdf(await printOnce(html), at)
        } catch (error) {
          const died = before !== undefined && browser !== before
          if (!died || closed) throw error
          return stampPdf(await printOnce(html), at)
        }
      }),
    async close() {
      closed = true
      const open = await browser?.catch(() => undefined)
      await open?.close()
    },
  }
}

async function pdfOf(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' })
  return page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true })
}

/** The browser's own timeouts do not cover printing. */
async function withinDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Expected the page to print within ${deadlineMs} ms`)), deadlineMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
