import { BpmnModdle } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { childOf, childrenOf, isElement, textOf, type ModdleElement } from '../../engine/core/bpmn/element.ts'
import { packageDraftId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { LANGUAGES, type Site } from '../pages/browser.ts'
import { FOREIGN } from './drawings.ts'
import { ANALYST } from './open-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

/** As Camunda Modeler writes it: who exported it, for which engine, in which colours, and what a plugin of its own keeps there. */
const MODELER = FOREIGN.replace(
  ' targetNamespace=',
  ' xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" exporter="Camunda Modeler" exporterVersion="5.30.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0" targetNamespace=',
).replace(' bioc:stroke="#0d4372"', ' bioc:stroke="#0d4372" bioc:fill="#bbdefb" color:border-color="#0d4372"')

const WORDS = {
  ar: { import: 'استيراد', apply: 'استورد', english: 'الاسم بالإنجليزية' },
  en: { import: 'Import', apply: 'Import', english: 'Name In English' },
} as const

const UNTOUCHED = [
  'exporter="Camunda Modeler"',
  'modeler:executionPlatform="Camunda Cloud"',
  'acme:owner="الصحة"',
  'acme:cost="12.50"',
  'acme:weight="3"',
  '<acme:line no="1">كما كُتب</acme:line>',
  '<acme:line no="2">سطر</acme:line>',
  'acme:seen="yes"',
  'bioc:fill="#bbdefb"',
  'color:border-color="#0d4372"',
  '<zeebe:taskDefinition type="masar:databus" retries="5" />',
  '<zeebe:input source="=nationalId" target="id" />',
  '<zeebe:subscription correlationKey="=reference" />',
] as const

interface Read {
  readonly warnings: readonly unknown[]
  /** Where every shape stands and every arrow runs, labels included. */
  readonly places: Readonly<Record<string, unknown>>
  readonly nameOf: (id: string) => unknown
}

/** By the model reader everybody has, with the published vocabulary alone. */
async function read(xml: string): Promise<Read> {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml)
  if (!isElement(rootElement)) throw new Error('Expected definitions')
  const drawn = childrenOf(rootElement, 'diagrams').flatMap((it) => childrenOf(childOf(it, 'plane'), 'planeElement'))
  const steps = childrenOf(rootElement, 'rootElements').flatMap((it) => childrenOf(it, 'flowElements'))
  const placeOf = (it: ModdleElement): unknown => [
    it.get('bounds'),
    it.get('waypoint'),
    childOf(it, 'label')?.get('bounds'),
  ]
  return {
    warnings,
    places: Object.fromEntries(drawn.map((it) => [it.id, JSON.parse(JSON.stringify(placeOf(it)))])),
    nameOf: (id) =>
      textOf(
        steps.find((it) => it.id === id),
        'name',
      ),
  }
}

async function savedDrawing(page: Page): Promise<string> {
  const id = packageDraftId(new URL(page.url()).pathname.split('/')[3] ?? '')
  if (isProblem(id)) throw new Error(id.detail)
  const draft = await site.server.engine.getPackageDraft(ANALYST, id)
  if (isProblem(draft)) throw new Error(draft.detail)
  return [...draft.files].find(([path]) => path.endsWith('.bpmn'))?.[1] ?? ''
}

describe.each(LANGUAGES)('a drawing of Camunda Modeler, in %s', (language) => {
  const words = WORDS[language]

  test('is brought in, changed and saved with what other tools wrote and where everything stood, for every reader of BPMN', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    await page.getByRole('button', { name: words.import }).click()
    const buffer = Buffer.from(MODELER)
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles({ name: 'foreign.bpmn', mimeType: 'text/xml', buffer })
    await dialog.getByRole('button', { name: words.apply }).click()
    await page.locator('[data-shape=drawn]').waitFor()
    await page.locator('[data-step=ask]').click()
    await page.getByLabel(words.english).fill('Ask the national register')
    await page.getByLabel(words.english).press('Enter')
    await expect.poll(() => savedDrawing(page)).toContain('Ask the national register')
    const after = await savedDrawing(page)
    for (const kept of UNTOUCHED) expect(after).toContain(kept)
    const [was, is] = [await read(MODELER), await read(after)]
    expect(is.warnings).toEqual([])
    expect(Object.keys(was.places)).toHaveLength(7)
    expect(is.places).toEqual(was.places)
    expect(is.nameOf('ask')).toBe('سؤال السجل · Ask the national register')
    expect(is.nameOf('wait')).toBe(was.nameOf('wait'))
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})
