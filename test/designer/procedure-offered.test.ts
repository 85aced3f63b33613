import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CANVAS_WORDS } from '../../designer/procedure/words/canvas-words.ts'
import { isOffered } from '../../designer/procedure/offered/offered.ts'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import { unsupportedElement } from '../../engine/core/bpmn/rules/unsupported-element.ts'
import { unsupportedEvent } from '../../engine/core/bpmn/rules/unsupported-event.ts'
import { DRAWING, EVENT_TRIGGERS, FLOW_NODES } from '../../engine/core/bpmn/vocabulary.ts'
import { openCanvasBrowser, type CanvasBrowser } from './canvas-bench.ts'
import { SMALL } from './drawings.ts'

let browser: CanvasBrowser
beforeAll(async () => {
  browser = await openCanvasBrowser()
})
afterAll(() => browser[Symbol.asyncDispose]())

describe('what is offered', () => {
  test('is what the vocabulary of the engine has, and nothing else', () => {
    expect(isOffered({ type: 'bpmn:UserTask' })).toBe(true)
    expect(isOffered({ type: 'bpmn:ChoreographyTask' })).toBe(false)
    expect(isOffered({ type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:TerminateEventDefinition' })).toBe(true)
    expect(isOffered({ type: 'bpmn:EndEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' })).toBe(false)
    expect(isOffered({ type: 'bpmn:BoundaryEvent' })).toBe(false)
    const error = { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:ErrorEventDefinition' }
    expect(isOffered(error)).toBe(true)
    expect(isOffered({ ...error, cancelActivity: false })).toBe(false)
  })

  test('leaves out no kind of step and no trigger the engine executes', async () => {
    const page = await browser.open(SMALL)
    const kinds = await page.evaluate(() => window.bench.offered.map(({ kind }) => kind))
    const types = new Set(kinds.map(({ type }) => type))
    expect(Object.keys(FLOW_NODES).filter((it) => !types.has(it))).toEqual([])
    const triggersAt = (type: string) =>
      new Set(kinds.filter((it) => it.type === type).map((it) => it.eventDefinitionType ?? 'none'))
    const places = {
      'bpmn:EndEvent': 'end',
      'bpmn:IntermediateCatchEvent': 'catch',
      'bpmn:IntermediateThrowEvent': 'throw',
      'bpmn:BoundaryEvent': 'boundary',
      'bpmn:StartEvent': 'start',
    } as const
    for (const [type, place] of Object.entries(places))
      expect([type, EVENT_TRIGGERS[place].filter((it) => !triggersAt(type).has(it))]).toEqual([type, []])
    await page.close()
  })

  test('each thing that menus make passes the rules on what may be drawn', async () => {
    const page = await browser.page()
    const ids = await page.evaluate(() => window.bench.offered.map(({ id }) => id))
    await page.close()
    expect(ids.length).toBeGreaterThan(55)
    const made = await browser.open(SMALL)
    const text = await made.evaluate((ids) => {
      const { diagram } = window.canvas
      const modeling = diagram.get('modeling')
      const factory = diagram.get('elementFactory')
      const root = diagram.get('canvas').getRootElement()
      const host = modeling.createShape(factory.createShape({ type: 'bpmn:Transaction' }), { x: 2000, y: 2000 }, root)
      let y = 400
      for (const id of ids) {
        const kind = window.bench.offered.find((it) => it.id === id)?.kind
        if (kind === undefined || kind.type === 'bpmn:Participant') continue
        const shape = factory.createShape(kind)
        const isOnEdge = kind.type === 'bpmn:BoundaryEvent'
        modeling.createShape(shape, isOnEdge ? { x: host.x, y: host.y } : { x: 600, y }, isOnEdge ? host : root, {
          attach: isOnEdge,
        })
        y += 250
      }
      window.canvas.binding.flush()
      return window.canvas.session.files.get('a.bpmn') ?? ''
    }, ids)
    const read = await readBpmn('a.bpmn', text)
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    const errors: string[] = []
    const report = {
      error: (at: { readonly $type: string; readonly id?: string }, message: { readonly en: string }) =>
        void errors.push(`${at.$type} ${at.id ?? ''} ${message.en}`),
      warning: () => undefined,
    }
    for (const rule of [unsupportedElement, unsupportedEvent]) rule.check(read.diagram, report as never, undefined)
    // Starts of event sub-processes stand in the open here, where their rule is another.
    expect(errors.filter((it) => !it.startsWith('bpmn:StartEvent'))).toEqual([])
    await made.close()
  })

  test('menus of the canvas show nothing the engine would refuse', async () => {
    const page = await browser.open(SMALL)
    for (const [menu, element] of [
      ['bpmn-create', 'small'],
      ['bpmn-append', 'review'],
      ['bpmn-replace', 'review'],
      ['bpmn-replace', 'begun'],
      ['bpmn-replace', 'done'],
    ] as const) {
      const shown = await menuOf(page, menu, element)
      expect(shown.length).toBeGreaterThan(3)
      const [connectors, kinds] = [true, false].map((is) => shown.filter(({ id }) => id.startsWith('masar-') === is))
      expect(kinds?.filter(({ kind }) => kind === null || !isOffered(kind))).toEqual([])
      // They are service tasks with something to ask, which no event becomes.
      expect(connectors?.length === 0).toBe(element === 'begun' || element === 'done')
    }
    await page.close()
  })

  test('notes, data and groups are for readers and stay', () => {
    for (const type of DRAWING) expect(isOffered({ type })).toBe(true)
  })
})

const menuOf = (page: Page, menu: string, element: string) =>
  page.evaluate(
    ([menu, id]) => {
      const { diagram } = window.canvas
      const registry = diagram.get('elementRegistry')
      const popup = diagram.get('popupMenu')
      popup.open(registry.get(id) ?? diagram.get('canvas').getRootElement(), menu, { x: 300, y: 100 }, { search: true })
      const ids = [...document.querySelectorAll<HTMLElement>('.djs-popup-results .entry')].map(
        (it) => it.dataset['id'] ?? '',
      )
      popup.close()
      return ids.map((it) => ({ id: it, kind: window.bench.kindOf(it) ?? null }))
    },
    [menu, element] as const,
  )

describe('words of the canvas', () => {
  test('every sentence that the bundled libraries say has its Arabic', () => {
    const said = SOURCES.flatMap((source) => filesIn(source)).flatMap((file) =>
      sentencesIn(readFileSync(file, 'utf8'), file),
    )
    expect(said.length).toBeGreaterThan(130)
    expect([...new Set(said)].filter((it) => !Object.hasOwn(CANVAS_WORDS, it))).toEqual([])
  })

  test('no Arabic word is English, and none is missing', () => {
    for (const [en, ar] of Object.entries(CANVAS_WORDS)) {
      expect(en).toMatch(/[a-zA-Z]/)
      expect(ar.replaceAll(/\{\w+\}|FEEL/g, '')).not.toMatch(/[a-zA-Z]/)
      expect(ar).toMatch(/[\u0600-\u06ff]/)
    }
  })

  test.each(['ar', 'en'] as const)(
    'opening every pad and menu in %s meets no sentence without a translation',
    async (language) => {
      const page = await browser.open(SMALL, { language })
      const titles = await page.evaluate(() => {
        const { diagram } = window.canvas
        const registry = diagram.get('elementRegistry')
        const modeling = diagram.get('modeling')
        const factory = diagram.get('elementFactory')
        const root = diagram.get('canvas').getRootElement()
        const seen: string[] = []
        let y = 500
        for (const { kind } of window.bench.offered) {
          if (kind.type === 'bpmn:Participant' || kind.type === 'bpmn:BoundaryEvent') continue
          modeling.createShape(factory.createShape(kind), { x: 700, y: (y += 250) }, root)
        }
        for (const element of registry.getAll()) {
          if (element.parent === undefined) continue
          diagram.get('selection').select(element)
          for (const entry of document.querySelectorAll<HTMLElement>('.djs-context-pad .entry, .djs-palette .entry'))
            seen.push(entry.title)
          for (const menu of ['bpmn-replace', 'bpmn-append', 'bpmn-create']) {
            diagram.get('popupMenu').open(element, menu, { x: 10, y: 10 }, {})
            for (const it of document.querySelectorAll<HTMLElement>('.djs-popup .entry, .djs-popup .entry-header'))
              seen.push(it.title || (it.textContent ?? ''))
            diagram.get('popupMenu').close()
          }
        }
        diagram.get('selection').select(registry.filter((it) => it.type === 'bpmn:Task'))
        diagram
          .get('popupMenu')
          .open(registry.filter((it) => it.type === 'bpmn:Task') as never, 'align-elements', { x: 10, y: 10 }, {})
        diagram.get('popupMenu').close()
        diagram.get('searchPad').toggle()
        diagram.get('searchPad').close()
        diagram.get('minimap').open()
        diagram.get('minimap').close()
        return [...new Set(seen)].filter((it) => it.trim() !== '')
      })
      expect(await page.evaluate(() => window.bench.untranslated())).toEqual([])
      expect(titles.length).toBeGreaterThan(30)
      const other = language === 'ar' ? /[a-z]{3}/ : /[\u0600-\u06ff]/
      expect(titles.filter((it) => other.test(it))).toEqual([])
      await page.close()
    },
  )
})

const MODULES = resolve(import.meta.dirname, '../../node_modules')
const SOURCES = [
  'bpmn-js/lib',
  'diagram-js/lib',
  'diagram-js-direct-editing/lib',
  'diagram-js-minimap/dist/index.esm.js',
  'bpmn-js-create-append-anything/dist/index.es.js',
].map((it) => join(MODULES, it))

/** Not among the modules of the canvas: templates are our own, instantiating gateways are commented out, and an example. */
const NOT_OURS: ReadonlySet<string> = new Set(['HELLO {you}', ' + shift + ', ' + x + ', '', 'Align elements '])

function filesIn(source: string): readonly string[] {
  if (source.endsWith('.js')) return [source]
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.js'))
    .map((it) => join(source, it))
}

function sentencesIn(text: string, file: string): readonly string[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\*).*$/gm, '')
  const literal = /'((?:[^'\\]|\\.)*)'/.source
  const found = [...code.matchAll(new RegExp(`translate\\(\\s*${literal}`, 'g'))].map(([, it = '']) => it)
  const named = /PopupEntries|ReplaceOptions|append-anything/.test(file)
    ? [...code.matchAll(new RegExp(`\\b(?:label|name): ${literal}`, 'g'))].map(([, it = '']) => it)
    : []
  const constants = [...code.matchAll(new RegExp(`_ERR_MSG = ${literal}`, 'g'))].map(([, it = '']) => it)
  return [...found, ...named, ...constants].filter((it) => !NOT_OURS.has(it))
}
