import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCanvasBrowser, type CanvasBrowser } from './canvas-bench.ts'

let browser: CanvasBrowser
beforeAll(async () => {
  browser = await openCanvasBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

const LARGE = readFileSync(
  resolve(import.meta.dirname, '../../workflows/mot.vehicle-renewal/vehicle-renewal.bpmn'),
  'utf8',
)

/** Opened, changed, undone, looked at with its menus, and closed again, this often. */
const work = (page: Page, times: number): Promise<void> =>
  page.evaluate(
    async ({ xml, times }) => {
      for (let at = 0; at < times; at++) {
        const open = await window.bench.open(xml)
        const { diagram } = open
        const step = diagram.get('elementRegistry').filter((it) => it.type === 'bpmn:UserTask')[0]
        if (step === undefined) throw new Error('Expected a task')
        diagram.get('selection').select(step)
        diagram.get('autoPlace').append(step, diagram.get('elementFactory').createShape({ type: 'bpmn:Task' }))
        open.session.undo()
        open.letters.show('ar')
        diagram.get('popupMenu').open(step, 'bpmn-replace', { x: 10, y: 10 }, { search: true })
        diagram.get('popupMenu').close()
        diagram.get('minimap').open()
        open.close()
      }
    },
    { xml: LARGE, times },
  )

interface Held {
  readonly nodes: number
  readonly listeners: number
  readonly heap: number
}

async function held(page: Page, devtools: CDPSession): Promise<Held> {
  for (let at = 0; at < 3; at++) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    await devtools.send('HeapProfiler.collectGarbage')
  }
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return { nodes, listeners: jsEventListeners, heap: usedSize }
}

describe('a canvas that was closed', () => {
  test('leaves nothing behind, however often one is opened', async () => {
    const page = await browser.page()
    const devtools = await page.context().newCDPSession(page)
    await work(page, 3)
    const before = await held(page, devtools)
    await work(page, 12)
    // What was closed last may wait for a timer of the library; what is kept for good stays however long one waits.
    await expect
      .poll(async () => (await held(page, devtools)).nodes - before.nodes, { timeout: 20_000 })
      .toBeLessThan(100)
    const after = await held(page, devtools)
    expect(after.listeners - before.listeners).toBeLessThan(10)
    // One such drawing holds more than 4 MB.
    expect(after.heap - before.heap).toBeLessThan(4_000_000)
    await page.close()
  })
})
