/** The form builder in a browser, at a form of a draft the server keeps. */
import type { Page } from 'playwright-core'
import { FORMS_WORDS as WORDS } from '../../designer/forms/words.ts'
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import type { Language } from '../../engine/core/text.ts'
import type { Site } from '../pages/browser.ts'
import { FILE } from './form-scene.ts'
import { openDraft } from './open-draft.ts'

export interface OpenForm {
  readonly page: Page
  /** The form as the server has it, once everything is saved. */
  readonly saved: () => Promise<string>
  readonly file: (path: string) => Promise<string>
}

const FILES = Object.fromEntries(
  blankPackage({ packageId: 'moj.card', title: { ar: 'بطاقة', en: 'Card' }, agency: 'moj' as AgencyId }),
)

export async function openForm(
  site: Site,
  language: Language,
  form: string,
  others: Readonly<Record<string, string>> = {},
): Promise<OpenForm> {
  const draft = { packageId: 'moj.card', files: { ...FILES, ...others, [FILE]: form } }
  const { page, saved } = await openDraft(site, draft, 'forms/built', { language })
  await page.getByRole('heading', { name: WORDS.outline[language] }).waitFor()
  return { page, saved: () => saved(FILE), file: saved }
}
