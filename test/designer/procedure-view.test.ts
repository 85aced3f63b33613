import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../engine/core/problem.ts'
import { LANGUAGES, type Language } from '../../engine/core/text.ts'
import { barriers } from '../pages/browser.ts'
import { openCanvasBrowser, type CanvasBrowser } from './canvas-bench.ts'
import { FOREIGN, SMALL } from './drawings.ts'

let browser: CanvasBrowser
beforeAll(async () => {
  browser = await openCanvasBrowser('procedure-page.tsx')
})
afterAll(() => browser[Symbol.asyncDispose]())

const site = readFileSync(resolve(import.meta.dirname, '../../workflows/lgu.building-permit/site.bpmn'), 'utf8')

async function view(
  files: Readonly<Record<string, string>>,
  language: Language = 'ar',
  at: readonly string[] = [],
): Promise<Page> {
  const page = await browser.page()
  page.setDefaultTimeout(10_000)
  await page.evaluate(
    async ([files, language, at]) => {
      localStorage.clear()
      window.view = await window.openView(files, language, at)
    },
    [files, language, at] as const,
  )
  return page
}

const drawn = (page: Page): Promise<unknown> => page.waitForSelector('[data-shape=drawn]')

const fileOf = (page: Page, path: string): Promise<string | undefined> =>
  page.evaluate((path) => {
    window.dispatchEvent(new Event('blur'))
    return window.view.session.files.get(path)
  }, path)

const FINDING: Finding = {
  rule: 'user-tasks',
  severity: 'error',
  file: 'a.bpmn',
  place: 'review',
  message: 'Expected the form of review in the package',
  messageAr: 'يجب أن يوجد نموذج المهمة في الحزمة',
  remedy: 'Add the form',
  remedyAr: 'أضف النموذج',
}

describe('the drawings of a package', () => {
  test('are opened by their names, the procedure an application begins with first', async () => {
    const workflow = JSON.stringify({ start: { process: 'small' } })
    const page = await view({ 'a-foreign.bpmn': FOREIGN, 'b-small.bpmn': SMALL, 'workflow.json': workflow })
    await drawn(page)
    expect(await page.locator('.drawing-tabs [aria-current=page]').textContent()).toBe('b-small')
    await page.getByRole('button', { name: 'a-foreign' }).click()
    await page.locator('[data-step=ask]').waitFor()
    await page.close()
  })

  test('a new one begins on the right in Arabic, is drawn on and can be taken back', async () => {
    const page = await view({})
    await page.getByRole('button', { name: 'مخطط جديد' }).click()
    await page.getByLabel('اسم الإجراء').fill('تجديد الرخصة')
    await page.getByLabel('اسم الملف').fill('تجديد')
    await page.getByRole('button', { name: 'أضف المخطط' }).click()
    expect(await page.locator('.field-error').textContent()).toContain('أحرفًا لاتينية')
    await page.getByLabel('اسم الملف').fill('renewal')
    await page.getByRole('button', { name: 'أضف المخطط' }).click()
    await drawn(page)
    const text = (await fileOf(page, 'renewal.bpmn')) ?? ''
    expect(text).toContain('name="تجديد الرخصة"')
    expect(text).toContain('name="masar:flow" value="rtl"')
    await page.evaluate(() => window.view.session.undo())
    expect(await fileOf(page, 'renewal.bpmn')).toBeUndefined()
    await page.close()
  })

  test('are renamed with what was just drawn, and removed after a question', async () => {
    const page = await view({ 'a.bpmn': SMALL, 'b.bpmn': FOREIGN }, 'en')
    await drawn(page)
    await page.locator('[data-step=review]').click()
    await page.getByLabel('Name In English').fill('Look at it')
    await page.getByLabel('Name In English').press('Enter')
    await page.getByRole('button', { name: 'File', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Rename the file' }).click()
    await page.getByLabel('Name of the file').fill('small')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('button', { name: 'small', exact: true }).waitFor()
    await drawn(page)
    expect(await fileOf(page, 'a.bpmn')).toBeUndefined()
    expect(await fileOf(page, 'small.bpmn')).toContain('مراجعة الطلب · Look at it')
    await page.getByRole('button', { name: 'File', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Remove the drawing' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the drawing' }).click()
    await page.locator('[data-step=ask]').waitFor()
    expect(await fileOf(page, 'small.bpmn')).toBeUndefined()
    await page.close()
  })

  test('one without a drawing is drawn when asked, and what cannot be drawn is named', async () => {
    const undrawn = site.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
    const page = await view({ 'site.bpmn': undrawn }, 'en')
    await page.getByRole('button', { name: 'Draw it automatically' }).click()
    await drawn(page)
    await page.getByText('Left in the file without a drawing').waitFor()
    expect(await page.locator('.notice').textContent()).toContain('lanes (3)')
    await page.close()
  })

  test('for who reads Arabic it is drawn from the right', async () => {
    const page = await view({ 'a.bpmn': SMALL.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '') }, 'ar')
    await page.getByRole('button', { name: 'ارسمه تلقائيًا' }).click()
    await drawn(page)
    const left = async (id: string): Promise<number> =>
      (await page.locator(`[data-element-id=${id}]`).first().boundingBox())?.x ?? 0
    expect(await left('begun')).toBeGreaterThan(await left('review'))
    expect(await left('review')).toBeGreaterThan(await left('done'))
    await page.close()
  })
})

describe('the table of steps', () => {
  test('tells every step in order, with its kind and what follows', async () => {
    const page = await view({ 'a.bpmn': SMALL }, 'en')
    await drawn(page)
    await page.locator('.procedure-switch select').first().selectOption('en')
    await expect
      .poll(() => page.locator('.steps tbody tr').allInnerTexts())
      .toEqual([
        expect.stringMatching(/Applied\s+Start event\s+Review the application/),
        expect.stringMatching(/Review the application\s+User task\s+done\s+Done/),
        expect.stringMatching(/Done\s+End event/),
      ])
    await page.close()
  })

  test('chooses a step, names it, appends after it, attaches to it, changes, connects and deletes it, all by keyboard', async () => {
    const page = await view({ 'a.bpmn': SMALL }, 'en')
    await drawn(page)
    const row = page.locator('[data-step=review]')
    await row.focus()
    await page.keyboard.press('Enter')
    expect(await row.getAttribute('aria-pressed')).toBe('true')
    await page.getByLabel('Name In Arabic').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('فحص الطلب')
    await page.keyboard.press('Enter')
    const card = page.locator('.step-card')
    await card.getByLabel('Make it').selectOption({ label: 'Service task' })
    await press(card.getByRole('button', { name: 'Change' }))
    await expect.poll(() => fileOf(page, 'a.bpmn')).toContain('<bpmn:serviceTask')
    await card.getByLabel('Append after it').selectOption({ label: 'Exclusive gateway' })
    await press(card.getByRole('button', { name: 'Append', exact: true }).first())
    await expect.poll(() => fileOf(page, 'a.bpmn')).toContain('<bpmn:exclusiveGateway')
    await card.getByLabel('Connect it to').selectOption({ label: 'Done' })
    await press(card.getByRole('button', { name: 'Connect', exact: true }))
    await expect.poll(async () => (await fileOf(page, 'a.bpmn'))?.match(/<bpmn:sequenceFlow/g)?.length).toBe(4)
    await page.locator('.steps [data-step]').nth(1).click()
    await card.getByLabel('Attach to its edge').selectOption({ label: 'Timer boundary event' })
    await press(card.getByRole('button', { name: 'Append', exact: true }).nth(1))
    await expect.poll(() => fileOf(page, 'a.bpmn')).toContain('<bpmn:boundaryEvent')
    await page.locator('[data-step=done]').click()
    await press(card.getByRole('button', { name: 'Delete the step' }))
    await expect.poll(() => fileOf(page, 'a.bpmn')).not.toContain('<bpmn:endEvent')
    expect(await fileOf(page, 'a.bpmn')).toContain('فحص الطلب · Review the application')
    await page.close()
  })

  test('writes a name in both languages, however fast the second is left after the first', async () => {
    const page = await view({ 'a.bpmn': SMALL }, 'en')
    await drawn(page)
    await page.locator('[data-step=review]').click()
    await page.getByLabel('Name In Arabic').evaluate((it: HTMLInputElement) => {
      const other = it.closest('.both-sides')?.querySelector<HTMLInputElement>('input[lang=en]')
      for (const [field, text] of [[it, 'فحص'] as const, [other, 'Look'] as const]) {
        if (!field) throw new Error('Expected both fields')
        field.value = text
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
    })
    await expect.poll(() => page.getByLabel('Name In English').inputValue()).toBe('Look')
    await page.evaluate(() => {
      for (const field of document.querySelectorAll('.step-card .both-sides input'))
        field.dispatchEvent(new Event('blur'))
    })
    await expect.poll(() => fileOf(page, 'a.bpmn')).toContain('name="فحص · Look"')
    await page.close()
  })

  test.each(LANGUAGES)('keeps nobody out, in %s', async (language) => {
    const page = await view({ 'a.bpmn': SMALL }, language, ['a.bpmn', 'review'])
    await drawn(page)
    await page.evaluate((it) => window.view.find([it]), FINDING)
    await page.getByRole('tab', { name: language === 'ar' ? 'الخطوات' : 'Steps', exact: true }).click()
    await page.locator('.step-card').waitFor()
    // The drawing itself is the library's, and has no model for readers of the screen: the table stands for it.
    await page.evaluate(() => document.querySelector('.djs-container')?.remove())
    expect(
      (await barriers(page)).filter((it) => !/document-title|landmark|page-has-heading|html-has-lang/.test(it)),
    ).toEqual([])
    await page.close()
  })
})

const press = async (button: ReturnType<Page['locator']>): Promise<void> => {
  await button.focus()
  await button.press('Enter')
}

describe.each(['ltr', 'rtl'] as const)('what is put behind a step that leads on, in a drawing that runs %s', (flow) => {
  const order = (page: Page): Promise<readonly string[]> =>
    page
      .locator('.steps tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.querySelector('button')?.innerText ?? ''))

  test('stands between it and its next, with room for it, and is one step to undo', async () => {
    const page = await view({ 'a.bpmn': SMALL }, 'en')
    await drawn(page)
    await page.locator('.procedure-switch select').nth(1).selectOption(flow)
    const before = await fileOf(page, 'a.bpmn')
    await page.locator('[data-step=begun]').click()
    await page.getByLabel('Append after it').selectOption({ label: 'Business rule task' })
    await page.locator('.step-choice').first().getByRole('button', { name: 'Append' }).click()
    await expect
      .poll(() => order(page))
      .toEqual([
        expect.stringContaining('Applied'),
        'Unnamed',
        expect.stringContaining('Review'),
        expect.stringContaining('Done'),
      ])
    const text = (await fileOf(page, 'a.bpmn')) ?? ''
    const made = /<bpmn:businessRuleTask id="(\w+)"/.exec(text)?.[1] ?? ''
    const arrows = [...text.matchAll(/<bpmn:sequenceFlow [^>]*sourceRef="(\w+)" targetRef="(\w+)"/g)].map(
      ([, from, to]) => `${from} ${to}`,
    )
    expect(arrows.toSorted()).toEqual([`${made} review`, `begun ${made}`, 'review done'].toSorted())
    const second = boxOf(text, made)
    const left = boxOf(text, flow === 'ltr' ? 'begun' : 'review')
    const right = boxOf(text, flow === 'ltr' ? 'review' : 'begun')
    expect(right.x - (second.x + second.width)).toBeGreaterThanOrEqual(50)
    expect(second.x - (left.x + left.width)).toBeGreaterThanOrEqual(50)
    expect(await page.evaluate(() => window.view.session.undoLabel?.en)).toBe('Append an element')
    await page.evaluate(() => window.view.session.undo())
    expect(await fileOf(page, 'a.bpmn')).toBe(before)
    await page.close()
  })
})

function boxOf(text: string, id: string): { readonly x: number; readonly width: number } {
  const [, x, width] =
    new RegExp(`bpmnElement="${id}"[^>]*>\\s*<dc:Bounds x="([\\d.-]+)" y="[\\d.-]+" width="(\\d+)"`).exec(text) ?? []
  return { x: Number(x), width: Number(width) }
}

describe('what the check found', () => {
  test.each([
    ['ar', 'يجب أن يوجد نموذج المهمة في الحزمة', 'أضف النموذج'],
    ['en', 'Expected the form of “Review the application” in the package', 'Add the form'],
  ] as const)('is marked at its step and says in %s what to do', async (language, message, remedy) => {
    const page = await view({ 'a.bpmn': SMALL }, language)
    await drawn(page)
    await page.evaluate((it) => window.view.find([it]), FINDING)
    const mark = page.locator('.finding-mark button')
    await mark.waitFor()
    expect((await mark.boundingBox())?.width).toBeGreaterThan(15)
    expect(await isSeen(mark)).toBe(true)
    const step = await page.locator('[data-element-id=review]').boundingBox()
    const place = await mark.boundingBox()
    expect(Math.abs((place?.x ?? 0) - (step?.x ?? 0))).toBeLessThan(30)
    await mark.click()
    expect(await page.locator('.finding-mark > div').innerText()).toContain(message)
    expect(await page.locator('.finding-mark > div').innerText()).toContain(remedy)
    await page.evaluate(() => window.view.find([]))
    await mark.waitFor({ state: 'detached' })
    await page.close()
  })

  test('is read in the table, and an address leads to its step', async () => {
    const page = await view({ 'a.bpmn': SMALL }, 'en', ['a.bpmn', 'review'])
    await drawn(page)
    await page.evaluate((it) => window.view.find([it]), FINDING)
    await page.getByRole('tab', { name: 'Steps', exact: true }).click()
    expect(await page.locator('tr[aria-selected=true]').innerText()).toContain('Errors: \u20681\u2069')
    expect(await page.locator('.step-findings').innerText()).toContain('Add the form')
    await page.close()
  })
})

/** Nothing lies over it. */
const isSeen = (it: ReturnType<Page['locator']>): Promise<boolean> =>
  it.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect()
    return document.elementFromPoint(left + width / 2, top + height / 2) === node
  })

describe('right-to-left', () => {
  test.each(LANGUAGES)('labels stand inside their shapes and the tools beside their step, in %s', async (language) => {
    const page = await view({ 'a.bpmn': SMALL }, language)
    await drawn(page)
    await page.locator('[data-step=review]').click()
    const step = await page.locator('[data-element-id=review] .djs-visual rect').first().boundingBox()
    const label = await page.locator('[data-element-id=review] .djs-label').boundingBox()
    const pad = await page.locator('.djs-context-pad .group').first().boundingBox()
    if (!step || !label || !pad) throw new Error('Expected a step, its label and its tools')
    expect(label.x).toBeGreaterThanOrEqual(step.x - 1)
    expect(label.x + label.width).toBeLessThanOrEqual(step.x + step.width + 1)
    expect(pad.x).toBeGreaterThan(step.x + step.width)
    expect(pad.x).toBeLessThan(step.x + step.width + 40)
    await page.close()
  })

  test('a name is edited in the language shown, in its direction, and the other stays', async () => {
    const page = await view({ 'a.bpmn': SMALL })
    await drawn(page)
    await page.locator('.procedure-switch select').first().selectOption('ar')
    await page.locator('[data-element-id=review]').dblclick()
    const box = page.locator('.djs-direct-editing-content')
    expect(await box.innerText()).toBe('مراجعة الطلب')
    expect(await box.evaluate((it) => getComputedStyle(it).direction)).toBe('rtl')
    await box.fill('فحص الطلب')
    await page.locator('[data-element-id=done]').click()
    await expect.poll(() => fileOf(page, 'a.bpmn')).toContain('name="فحص الطلب · Review the application"')
    await page.close()
  })

  test('menus and search are read from the right in Arabic, and find names in both languages', async () => {
    const page = await view({ 'a.bpmn': SMALL })
    await drawn(page)
    await page.locator('[data-step=review]').click()
    await page.locator('.djs-context-pad [data-action=append]').click()
    expect(await page.locator('.djs-popup').evaluate((it) => getComputedStyle(it).direction)).toBe('rtl')
    expect(await page.locator('.djs-popup .entry').first().innerText()).toBe('مهمة')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'بحث في المخطط' }).click()
    for (const typed of ['مراجعة', 'Review', 'مراجعه', 'مُراجعة', 'مراجعة آلطلب']) {
      await page.locator('.djs-search-input input').fill(typed)
      await page.locator('.djs-search-result').first().waitFor()
      expect(await page.locator('.djs-search-result').first().innerText()).toContain(
        'مراجعة الطلب · Review the application',
      )
    }
    await page.close()
  })

  test('an exported picture carries the direction of every line with it', async () => {
    const page = await view({ 'a.bpmn': SMALL })
    await drawn(page)
    await page.getByRole('button', { name: 'الملف' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'حفظ كصورة SVG' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('a.svg')
    const svg = readFileSync((await download.path()) ?? '', 'utf8')
    const lines = [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, it = '']) => it)
    expect(lines).toContain('\u2067مراجعة الطلب\u2069')
    expect(lines).toContain('\u2066Done\u2069')
    expect(lines.every((it) => /^[\u2066\u2067].*\u2069$/.test(it))).toBe(true)
    await page.close()
  })

  test('is printed as a picture alone, and the page is as it was after', async () => {
    const page = await view({ 'a.bpmn': SMALL }, 'en')
    await drawn(page)
    await page.evaluate(() => {
      window.print = () => {
        const image = document.querySelector<HTMLImageElement>('.printing-drawing .print-sheet img')
        document.title = `printed ${String(image?.complete)} ${String((image?.naturalWidth ?? 0) > 100)}`
      }
    })
    await page.getByRole('button', { name: 'File', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Print' }).click()
    await expect.poll(() => page.title()).toBe('printed true true')
    expect(await page.locator('.print-sheet').count()).toBe(0)
    await page.close()
  })
})
