/**
 * An analyst at work in the designer, in Arabic: presses, chooses and types as a person does, never XML and never JSON.
 * What they do has a name here, so that a story reads as one.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Text } from '../../engine/core/text.ts'
import { barriers, type Site } from '../pages/browser.ts'

/** A folder where it is pictured what a story that failed had come to. */
const PICTURES = process.env['MASAR_PICTURES']
/** Milliseconds for what a server and a browser of their own print and run. */
const PATIENCE = 30_000

export const VIEWS = {
  procedure: 'الإجراء',
  forms: 'النماذج',
  decisions: 'القرارات',
  documents: 'الوثائق',
  policy: 'السياسة',
  trial: 'التجربة',
  findings: /^الملاحظات/,
  publish: 'النشر',
} as const

export type Analyst = ReturnType<typeof analystOn>

export async function openAnalyst(site: Site): Promise<Analyst> {
  const page = await site.visit({ as: 'analyst', language: 'ar', screen: 'desk' })
  page.setDefaultTimeout(PATIENCE)
  await page.goto('/designer')
  return analystOn(page)
}

function analystOn(page: Page) {
  const dialog = page.getByRole('dialog')
  const side = page.getByRole('complementary')
  const main = page.getByRole('main')
  const inspector = page.getByRole('region', { name: 'الخصائص' })

  const button = (name: string | RegExp, within: Page | Locator = page): Promise<void> =>
    within.getByRole('button', { name, exact: true }).first().click()
  const both = async (within: Page | Locator, { ar, en }: Text): Promise<void> => {
    await within.getByLabel('بالعربية').fill(ar)
    await within.getByLabel('بالإنجليزية').fill(en)
  }
  const view = async (name: keyof typeof VIEWS): Promise<void> => {
    await page.getByRole('navigation', { name: 'أجزاء الخدمة' }).getByRole('link', { name: VIEWS[name] }).click()
    if (name === 'procedure') await page.locator('[data-shape=drawn]').waitFor()
  }

  /** What is wrong now, as the tab of the findings counts it. */
  const errors = async (): Promise<number> => {
    const badge = page.getByRole('navigation', { name: 'أجزاء الخدمة' }).getByRole('link', { name: VIEWS.findings })
    return Number(/\d+/.exec(await badge.innerText())?.[0] ?? 0)
  }

  return {
    page,
    dialog,
    side,
    main,
    inspector,
    button,
    both,
    view,
    errors,

    /** Nothing stands in anybody's way. */
    async look(name: string): Promise<void> {
      expect([name, await barriers(page)]).toEqual([name, []])
    },
    async picture(name: string): Promise<void> {
      if (PICTURES === undefined) return
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `${name}.png`) })
    },

    // The procedure, by the table of steps.
    async step(name: RegExp): Promise<void> {
      await side.getByRole('tab', { name: 'الخطوات' }).click()
      await side.getByRole('table').getByRole('button', { name }).click()
    },
    async append(kind: string, { ar, en }: Text): Promise<void> {
      await side.getByLabel('أضف بعدها').selectOption({ label: kind })
      await button('أضف', side)
      await side.getByRole('table').getByRole('button', { name: 'بلا اسم' }).waitFor()
      await side.getByLabel('الاسم بالعربية').fill(ar)
      await side.getByLabel('الاسم بالإنجليزية').fill(en)
      await page.keyboard.press('Tab')
    },
    async appendConnector(search: string, name: RegExp): Promise<void> {
      await button('أضف موصلًا أو خدمة جهة أخرى', side)
      await dialog.getByRole('textbox').fill(search)
      await dialog.getByRole('button', { name }).click()
      await side.getByText('الموصل', { exact: true }).waitFor()
    },
    properties: (): Promise<void> => side.getByRole('tab', { name: 'الخصائص' }).click(),
    async feel(label: string, expression: string): Promise<void> {
      const field = side.getByRole('textbox', { name: label, exact: true })
      await field.fill(expression)
      await field.press('Escape')
      await field.press('Tab')
    },

    // Forms.
    async newForm(id: string, title: Text): Promise<void> {
      await view('forms')
      await button('نموذج جديد')
      await both(dialog, title)
      await dialog.getByLabel('المعرّف').fill(id)
      await button('أنشئ', dialog)
    },
    async question(kind: string, label: Text, name: string): Promise<void> {
      await button(kind)
      await both(inspector.getByRole('group', { name: 'نص السؤال' }), label)
      await inspector.getByLabel('الاسم البرمجي').fill(name)
      await inspector.getByLabel('الإلزام').selectOption({ label: 'إلزامي' })
    },
    async choices(...all: readonly (Text & { readonly value: string })[]): Promise<void> {
      await inspector.getByRole('tab', { name: 'الخيارات' }).click()
      for (const [at, choice] of all.entries()) {
        await both(inspector.getByRole('group', { name: `الخيار \u2068${String(at + 1)}\u2069` }), choice)
        const value = inspector.getByLabel('القيمة في الشروط والجداول').nth(at)
        await value.fill(choice.value)
        await value.press('Tab')
      }
    },

    // Policy.
    async section(name: string): Promise<void> {
      await view('policy')
      await page.getByRole('navigation', { name: 'أقسام السياسة' }).getByRole('link', { name }).click()
      await main.getByRole('heading', { name, level: 2 }).waitFor()
    },
  }
}
