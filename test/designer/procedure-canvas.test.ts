import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseBpmn } from '../../engine/core/bpmn/moddle.ts'
import { openCanvasBrowser, type CanvasBrowser } from './canvas-bench.ts'
import { FOREIGN, SMALL } from './drawings.ts'

let browser: CanvasBrowser
beforeAll(async () => {
  browser = await openCanvasBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')
const SHIPPED = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.bpmn'))
const workflow = (path: string): string => readFileSync(resolve(WORKFLOWS, path), 'utf8')

const written = (page: Page): Promise<string> =>
  page.evaluate(() => {
    window.canvas.binding.flush()
    return window.canvas.session.files.get('a.bpmn') ?? ''
  })

/** Everything in the file as a tree, for comparing what two texts mean: order of attributes and white space aside. */
async function meaningOf(xml: string): Promise<unknown> {
  const parsed = await parseBpmn(xml)
  if ('unreadable' in parsed) throw new Error(parsed.unreadable)
  return plain(parsed.root, new Set())
}

function plain(value: unknown, above: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) return value.map((it) => plain(it, above))
  if (typeof value !== 'object' || value === null) return value
  if (above.has(value)) return 'id' in value ? `-> ${String(value.id)}` : '->'
  const inside = new Set([...above, value])
  const attributes = '$attrs' in value ? Object.entries(value.$attrs ?? {}) : []
  const own = Object.entries(value).filter(([name]) => !name.startsWith('$') || name === '$type' || name === '$body')
  const isReference = (it: unknown): boolean =>
    typeof it === 'object' &&
    it !== null &&
    '$parent' in it &&
    it.$parent !== value &&
    'id' in it &&
    it.$parent !== undefined
  return Object.fromEntries(
    [...own, ...attributes].map(([name, it]) => [
      name,
      Array.isArray(it)
        ? it.map((one: unknown) => (isReference(one) ? referenceTo(one) : plain(one, inside)))
        : isReference(it)
          ? referenceTo(it)
          : plain(it, inside),
    ]),
  )
}

const referenceTo = (it: unknown): string => `-> ${String((it as { id?: unknown }).id)}`

/** Something is done that changes nothing, so that the whole drawing is written. */
const touch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const commands = window.canvas.diagram.get('commandStack')
    commands.registerHandler(
      'nothing',
      class {
        execute = () => []
        revert = () => []
      },
    )
    commands.execute('nothing', {})
  })

describe('what is opened and saved', () => {
  test.each(SHIPPED)('%s says after a change what it said before, drawing and extensions included', async (path) => {
    const page = await browser.open(workflow(path))
    await touch(page)
    const after = await written(page)
    expect(after).not.toBe(workflow(path))
    expect(await meaningOf(after)).toEqual(await meaningOf(workflow(path)))
    await page.close()
  })

  test('a foreign file keeps extensions and attributes nobody here knows', async () => {
    const page = await browser.open(FOREIGN)
    await touch(page)
    const after = await written(page)
    expect(await meaningOf(after)).toEqual(await meaningOf(FOREIGN))
    for (const kept of [
      'acme:owner="الصحة"',
      'acme:audit level="7"',
      '<acme:line no="1">كما كُتب</acme:line>',
      'bioc:stroke="#0d4372"',
    ])
      expect(after).toContain(kept)
    await page.close()
  })

  test('a file nobody changed stays as it was, letter by letter', async () => {
    const page = await browser.open(workflow('common.pay/pay.bpmn'))
    expect(await written(page)).toBe(workflow('common.pay/pay.bpmn'))
    await page.close()
  })

  test('steps without a drawing are said to be there, and a file that is no drawing is left alone', async () => {
    const undrawn = await browser.open(SMALL.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''))
    expect(await undrawn.evaluate(() => window.canvas.shapes)).toEqual([{ kind: 'undrawn' }])
    const broken = await browser.open('<no drawing')
    expect(await broken.evaluate(() => window.canvas.shapes[0]?.kind)).toBe('unreadable')
    expect(await written(broken)).toBe('<no drawing')
    await undrawn.close()
    await broken.close()
  })
})

describe('undo', () => {
  test('goes back to the very text of the file, keeps what is selected, and forth again', async () => {
    const page = await browser.open(SMALL)
    await rename(page, 'تدقيق · Check')
    const changed = await written(page)
    expect(changed).toContain('تدقيق · Check')
    await page.evaluate(() => window.canvas.session.undo())
    expect(await written(page)).toBe(SMALL)
    expect(await nameOfStep(page)).toBe('مراجعة الطلب · Review the application')
    await page.evaluate(() => window.canvas.session.redo())
    expect(await written(page)).toBe(changed)
    expect(await nameOfStep(page)).toBe('تدقيق · Check')
    expect(await page.evaluate(() => window.canvas.shapes.length)).toBe(1)
    await page.close()
  })

  test('takes in a change made elsewhere, with the view and the selection kept', async () => {
    const page = await browser.open(SMALL)
    const before = await page.evaluate(() => {
      const { diagram, session } = window.canvas
      diagram.get('canvas').viewbox({ x: 40, y: 30, width: 900, height: 500 })
      diagram.get('selection').select(diagram.get('elementRegistry').get('review') ?? null)
      const { x, y, width } = diagram.get('canvas').viewbox()
      const text = session.files.get('a.bpmn') ?? ''
      session.change({ ar: '', en: '' }, new Map([['a.bpmn', text.replace('مراجعة الطلب', 'فحص الطلب')]]))
      return { x, y, width }
    })
    await page.waitForFunction(() => window.canvas.shapes.length === 2)
    expect(await nameOfStep(page)).toBe('فحص الطلب · Review the application')
    expect(
      await page.evaluate(() => {
        const { diagram } = window.canvas
        const { x, y, width } = diagram.get('canvas').viewbox()
        return {
          box: { x, y, width },
          selected: diagram
            .get('selection')
            .get()
            .map(({ id }) => id),
        }
      }),
    ).toEqual({ box: before, selected: ['review'] })
    await page.close()
  })

  test('is of the draft by the keys of the canvas, on an Arabic keyboard too', async () => {
    const page = await browser.open(SMALL)
    await rename(page, 'تدقيق')
    await written(page)
    await page.evaluate(() => window.canvas.diagram.get('canvas').focus())
    await page.evaluate(() => {
      const event = { key: 'ئ', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event))
    })
    expect(await written(page)).toBe(SMALL)
    await page.close()
  })

  test('a change the draft does not take is taken back on the canvas and told', async () => {
    const page = await browser.open(SMALL, { isReadOnly: true })
    await rename(page, 'تدقيق')
    expect(await written(page)).toBe(SMALL)
    expect(await nameOfStep(page)).toBe('مراجعة الطلب · Review the application')
    expect(await page.evaluate(() => window.canvas.refusals)).toBe(1)
    await page.close()
  })

  test('what is being typed into the drawing is not lost when the page is left', async () => {
    const page = await browser.open(SMALL)
    await page.evaluate(() => {
      const { diagram } = window.canvas
      diagram.get('directEditing').activate(diagram.get('elementRegistry').get('review') ?? never())
      function never(): never {
        throw new Error('Expected the step')
      }
    })
    await page.locator('.djs-direct-editing-content').fill('فحص\nInspect')
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    expect(await page.evaluate(() => window.canvas.session.files.get('a.bpmn'))).toContain('name="فحص · Inspect"')
    await page.close()
  })
})

const rename = (page: Page, name: string): Promise<void> =>
  page.evaluate((name) => {
    const { diagram } = window.canvas
    const step = diagram.get('elementRegistry').get('review')
    if (step) diagram.get('modeling').updateLabel(step, name)
  }, name)

const nameOfStep = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.canvas.diagram.get('elementRegistry').get('review')?.businessObject.name)

describe('copy and paste', () => {
  test('carries a step with its zeebe extensions, unknown ones and its message into another package', async () => {
    const from = await browser.open(FOREIGN)
    await from.evaluate(() => {
      const { diagram } = window.canvas
      const steps = ['ask', 'wait', 'ask__wait'].flatMap((id) => diagram.get('elementRegistry').get(id) ?? [])
      diagram.get('copyPaste').copy(steps)
    })
    const into = await browser.open(SMALL)
    await into.evaluate(() => {
      const { diagram } = window.canvas
      const root = diagram.get('canvas').getRootElement()
      diagram.get('copyPaste').paste({ element: root, point: { x: 500, y: 400 } })
    })
    const after = await written(into)
    for (const kept of [
      '<zeebe:taskDefinition type="masar:databus" retries="5" />',
      '<zeebe:input source="=nationalId" target="id" />',
      '<acme:audit level="7">',
      '<zeebe:subscription correlationKey="=reference" />',
      'name="answer-came"',
    ])
      expect(after).toContain(kept)
    expect(await meaningOf(after)).toBeTruthy()
    await from.close()
    await into.close()
  })

  test('a step that becomes another kind leaves behind what that kind cannot have', async () => {
    const page = await browser.open(FOREIGN)
    await page.evaluate(() => {
      const { diagram } = window.canvas
      const step = diagram.get('elementRegistry').get('ask')
      if (step) diagram.get('bpmnReplace').replaceElement(step, { type: 'bpmn:UserTask' })
    })
    const after = await written(page)
    expect(after).toContain('<bpmn:userTask')
    expect(after).not.toContain('<zeebe:taskDefinition type="masar:databus"')
    expect(after).toContain('<zeebe:input source="=nationalId" target="id" />')
    expect(after).toContain('<acme:audit level="7">')
    await page.close()
  })
})

describe('direction', () => {
  test('what is appended stands left of its step where the drawing runs from right to left', async () => {
    const page = await browser.open(SMALL)
    const appended = () =>
      page.evaluate(() => {
        const { diagram } = window.canvas
        const source = diagram.get('elementRegistry').get('review')
        if (source === undefined) throw new Error('Expected the step')
        const made = diagram
          .get('autoPlace')
          .append(source, diagram.get('elementFactory').createShape({ type: 'bpmn:Task' }))
        const [first, last] = [source.outgoing.at(-1)?.waypoints?.[0], source.outgoing.at(-1)?.waypoints?.at(-1)]
        return { right: made.x > source.x, arrow: (last?.x ?? 0) > (first?.x ?? 0), docked: first?.x === source.x }
      })
    expect(await appended()).toMatchObject({ right: true, arrow: true })
    await page.evaluate(() => window.canvas.flow.choose('rtl'))
    expect(await page.evaluate(() => window.canvas.flow.current())).toBe('rtl')
    expect(await appended()).toMatchObject({ right: false, arrow: false, docked: true })
    expect(await written(page)).toContain('<zeebe:property name="masar:flow" value="rtl" />')
    await page.close()
  })

  test.each(['lgu.building-permit/site.bpmn', 'common.pay/pay.bpmn'])(
    'turned round, %s runs the other way; turned back, it is as it was',
    async (path) => {
      const page = await browser.open(workflow(path))
      const places = () =>
        page.evaluate(() =>
          window.canvas.diagram
            .get('elementRegistry')
            .getAll()
            .map(({ id, x, y, waypoints }) => [id, x, y, waypoints?.map((it) => [it.x, it.y])]),
        )
      const before = await places()
      await page.evaluate(() => window.canvas.flow.choose('rtl'))
      expect(await page.evaluate(() => window.canvas.flow.current())).toBe('rtl')
      const turned = await places()
      expect(turned).not.toEqual(before)
      await written(page)
      await page.evaluate(() => window.canvas.flow.choose('ltr'))
      expect(await places()).toEqual(before)
      await written(page)
      await page.evaluate(() => window.canvas.session.undo())
      expect(await places()).toEqual(turned)
      await page.close()
    },
  )

  test('a turned drawing is one that can be saved and read again', async () => {
    const page = await browser.open(workflow('lgu.building-permit/site.bpmn'))
    await page.evaluate(() => window.canvas.flow.choose('rtl'))
    const places = () =>
      page.evaluate(() =>
        Object.fromEntries(
          window.canvas.diagram
            .get('elementRegistry')
            .getAll()
            .map(({ id, x, waypoints }) => [id, [x, waypoints?.map((it) => it.x)]]),
        ),
      )
    const turned = await places()
    const text = await written(page)
    const again = await browser.open(text)
    expect(await again.evaluate(() => window.canvas.flow.current())).toBe('rtl')
    expect(
      await again.evaluate(() =>
        Object.fromEntries(
          window.canvas.diagram
            .get('elementRegistry')
            .getAll()
            .map(({ id, x, waypoints }) => [id, [x, waypoints?.map((it) => it.x)]]),
        ),
      ),
    ).toEqual(turned)
    await page.close()
    await again.close()
  })
})
