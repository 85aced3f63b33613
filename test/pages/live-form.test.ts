import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { barriers, openSite, type Site } from './browser.ts'
import { LIVE, liveService } from './live-scene.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false })
  await site.deploy(liveService())
})
afterAll(() => site.close())

async function apply(script: boolean): Promise<Page> {
  const page = await site.visit({ language: 'en', screen: 'phone', script, as: 'citizen' })
  await page.goto('/services/moj.non-conviction')
  await page.getByRole('button', { name: 'Apply now' }).click()
  await page.getByText('Who applies?').waitFor()
  return page
}

/** The first page of a form whose questions hang on one another. */
async function begin(language: 'ar' | 'en' = 'en'): Promise<Page> {
  const page = await site.visit({ language, screen: 'phone', as: 'citizen' })
  await page.goto(`/services/${LIVE}`)
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/apply\//)
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

describe('what is offered to choose from', () => {
  test('changes in radios with another answer, and what is no longer offered is not chosen', async () => {
    const page = await begin()
    expect(await page.getByRole('group', { name: 'Town' }).getByRole('radio').count()).toBe(0)
    await page.getByLabel('Ramallah').check()
    await page.getByLabel('Beitunia').check()
    await page.getByLabel('Nablus').check()
    expect(await page.getByRole('group', { name: 'Town' }).getByRole('radio').count()).toBe(1)
    expect(await page.getByLabel('Huwara').isChecked()).toBe(false)
    await page.getByLabel('Huwara').check()
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('heading', { name: 'Files' }).waitFor()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    expect(await page.getByLabel('Huwara').isChecked()).toBe(true)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('in a long list is found by typing, however it is spelt, and taken with the keyboard alone', async () => {
    const page = await begin('ar')
    const street = page.getByRole('combobox', { name: 'الشارع' })
    await street.pressSequentially('مدرسه')
    expect(await page.getByRole('option').allTextContents()).toEqual(['شارع المدرسة'])
    await street.fill('')
    await street.pressSequentially('الارسال')
    expect(await page.getByRole('option').allTextContents()).toEqual(['شارع الإرسال'])
    expect(await barriers(page)).toEqual([])
    await street.press('ArrowDown')
    expect(await street.getAttribute('aria-activedescendant')).toBe(await page.getByRole('option').getAttribute('id'))
    await street.press('Enter')
    expect(await street.inputValue()).toBe('شارع الإرسال')
    expect(await street.getAttribute('aria-expanded')).toBe('false')
    await street.fill('')
    await street.pressSequentially('قدس')
    await street.press('Escape')
    expect(await page.getByRole('option').count()).toBe(0)
    await street.fill('شارع القدس')
    await page.getByLabel('رام الله').check()
    await page.getByRole('button', { name: 'متابعة', exact: true }).click()
    await page.getByRole('heading', { name: 'الملفات' }).waitFor()
    await page.getByRole('button', { name: 'السابق', exact: true }).click()
    expect(await street.inputValue()).toBe('شارع القُدس')
    await page.context().close()
    expect(site.complaints).toEqual([])
  })
})

test('the engine of regular expressions comes only with a form that asks for it', async () => {
  const page = await site.visit({ language: 'en', as: 'citizen' })
  const scripts: string[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(answer.url())
  })
  await page.goto(`/services/${LIVE}`)
  await page.locator('main form button').last().click()
  await page.getByLabel('Ramallah').check()
  await page.getByLabel('Al-Bireh').waitFor()
  const sizes = await Promise.all(scripts.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength))
  expect(Math.max(...sizes)).toBeLessThan(150_000)
  expect(sizes.length).toBeGreaterThan(0)
  await page.context().close()
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
