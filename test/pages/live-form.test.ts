import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openSite, type Site } from './browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false })
})
afterAll(() => site.close())

async function apply(script: boolean): Promise<Page> {
  const page = await site.visit({ language: 'en', screen: 'phone', script, as: 'citizen' })
  await page.goto('/services/moj.non-conviction')
  await page.getByRole('button', { name: 'Apply now' }).click()
  await page.getByText('Who applies?').waitFor()
  return page
}

describe('a form with a script', () => {
  test('shows what an answer asks for at once, and hides it again with what was typed kept', async () => {
    const page = await apply(true)
    const number = page.getByLabel('Identity number of the principal (the person concerned)')
    expect(await number.isVisible()).toBe(false)
    await page.getByLabel('An agent').check()
    await number.fill('400000014')
    await page.getByLabel('The person concerned', { exact: true }).check()
    expect(await number.isVisible()).toBe(false)
    await page.getByLabel('An agent').check()
    expect(await number.inputValue()).toBe('400000014')
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('shows the Hijri day beside the one that is typed', async () => {
    const page = await apply(true)
    await page.getByLabel('An agent').check()
    await page.getByLabel('Day').fill('12')
    await page.getByLabel('Month').fill('3')
    await page.getByLabel('Year').fill('2025')
    await page.getByText('12 Ramadan 1446').waitFor()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('leads from the summary of errors to the question', async () => {
    const page = await apply(true)
    await page.getByLabel('An agent').check()
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await page.getByRole('link', { name: /Number of the power of attorney/ }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('/poaNumber')
    await page.context().close()
    expect(site.complaints).toEqual([])
  })
})

test('without a script a question that appears is asked on the same page before one goes on', async () => {
  const page = await apply(false)
  await page.getByLabel('Passport', { exact: true }).check()
  expect(await page.getByLabel('Nationality').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByLabel('Nationality').waitFor()
  expect(await page.getByLabel('Passport', { exact: true }).isChecked()).toBe(true)
  await page.context().close()
})
