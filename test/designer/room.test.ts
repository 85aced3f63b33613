/** Whatever is added to a drawing, wherever and in whichever order, comes to lie over nothing that stands there. */
import { array, asyncProperty, assert as hold, nat, tuple } from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openCanvasBrowser, type CanvasBrowser } from './canvas-bench.ts'
import { LANES, SMALL } from './drawings.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let browser: CanvasBrowser
beforeAll(async () => {
  browser = await openCanvasBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

/** One step added, said by numbers so that it means something in any drawing. */
type Added = readonly [where: number, what: number]

/** Pairs of shapes that lie over each other, and shapes that stick out of what holds them. */
const amiss = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { diagram } = window.canvas
    const shapes = diagram
      .get('elementRegistry')
      .getAll()
      .filter((it) => it.parent && !it.waypoints && !it.labelTarget && it.type !== 'bpmn:Lane')
    const holds = (outer: (typeof shapes)[0], inner: (typeof shapes)[0]): boolean => {
      for (let at = inner.parent; at; at = at.parent) if (at === outer) return true
      return outer.host === inner || inner.host === outer
    }
    const isIn = (it: (typeof shapes)[0]): boolean => {
      const { parent } = it
      if (!parent?.parent || it.host) return true
      return (
        it.x >= parent.x &&
        it.y >= parent.y &&
        it.x + it.width <= parent.x + parent.width &&
        it.y + it.height <= parent.y + parent.height
      )
    }
    const over = shapes.flatMap((one, at) =>
      shapes
        .slice(at + 1)
        .filter(
          (other) =>
            !holds(one, other) &&
            !holds(other, one) &&
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        )
        .map((other) => `${one.id} lies over ${other.id}`),
    )
    return [...over, ...shapes.filter((it) => !isIn(it)).map(({ id }) => `${id} sticks out`)]
  })

const add = (page: Page, all: readonly Added[]): Promise<readonly string[]> =>
  page.evaluate((added) => {
    const { diagram } = window.canvas
    const { followers, attachable, appended } = window.bench
    return added.flatMap(([where, what]) => {
      const steps = diagram
        .get('elementRegistry')
        .filter((it) => it.parent !== undefined && !it.labelTarget && it.type.startsWith('bpmn:'))
      const offers = steps
        .map((step) => ({ step, choices: [...followers(diagram, step), ...attachable(diagram, step)] }))
        .filter(({ choices }) => choices.length > 0)
      const at = offers[where % offers.length]
      const choice = at?.choices[what % at.choices.length]
      if (at === undefined || choice === undefined) return []
      appended(diagram, at.step, choice.id)
      return [`${choice.id} after ${at.step.id}`]
    })
  }, all)

const CASES = [
  { name: 'a procedure without pools', xml: SMALL },
  { name: 'lanes, a sub-process and a pool below', xml: LANES },
].flatMap((it) => (['ltr', 'rtl'] as const).map((flow) => ({ ...it, flow })))

describe.each(CASES)('in $name, drawn $flow', ({ xml, flow }) => {
  test('nothing that is added lies over anything else', async () => {
    const page = await browser.open(xml)
    await page.evaluate((way) => window.canvas.flow.choose(way), flow)
    expect(await amiss(page)).toEqual([])
    const steps = array(tuple(nat(60), nat(200)), { minLength: 4, maxLength: 14 })
    await hold(
      asyncProperty(steps, async (all) => {
        const before = await page.evaluate(() => window.canvas.session.files.get('a.bpmn') ?? '')
        const told = await add(page, all)
        const wrong = await amiss(page)
        await page.evaluate(async (text) => {
          await window.canvas.diagram.importXML(text)
        }, before)
        expect({ told, wrong }).toEqual({ told, wrong: [] })
      }),
      { numRuns: 12 },
    )
    await page.close()
  })
})

test('what is added is one step to take back', async () => {
  const page = await browser.open(LANES)
  const places = () =>
    page.evaluate(() =>
      window.canvas.diagram
        .get('elementRegistry')
        .getAll()
        .map(({ id, x, y, width, height }) => [id, x, y, width, height]),
    )
  const before = await places()
  await page.evaluate(() => {
    const { diagram } = window.canvas
    const inner = diagram.get('elementRegistry').get('inner')
    if (inner) window.bench.appended(diagram, inner, 'expanded-subprocess')
  })
  expect(await places()).not.toEqual(before)
  await page.evaluate(() => window.canvas.session.undo())
  expect(await places()).toEqual(before)
  await page.close()
})
