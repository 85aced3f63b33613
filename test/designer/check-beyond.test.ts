/** What only the server can say of a draft, taken in beside what the page says. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Finding } from '../../engine/core/problem.ts'
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { beyond, merged, type AskServer } from '../../designer/check/beyond.ts'
import type { Saving } from '../../designer/draft/autosave.ts'
import { file, flow, process } from '../bpmn/drawing.ts'
import { LANGUAGES, type Site } from '../pages/browser.ts'
import { openDraft } from './open-draft.ts'
import { openDesigner } from './site.ts'

const finding = (message: string): Finding => ({ rule: 'x', severity: 'error', file: 'a.bpmn', place: 'p', message })

/** A draft whose files and saving a test sets, and a server that answers when the test says so. */
function scene() {
  const hearers = new Set<() => void>()
  const answers: ((findings: readonly Finding[]) => void)[] = []
  const session = {
    id: 'd',
    files: new Map([['a', '1']]) as DraftFiles,
    saving: { kind: 'saved' } as Saving,
    subscribe: (hear: () => void) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
  const asking: AskServer = () =>
    new Promise((resolve) => answers.push((findings) => resolve({ kind: 'ok', value: { findings } })))
  const checked = beyond(session, () => {}, asking, 0)
  const become = (changed: Partial<typeof session>): void => {
    Object.assign(session, changed)
    for (const hear of hearers) hear()
  }
  return { checked, answers, become }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('what the server says', () => {
  test('is taken for the files it was asked about', async () => {
    const { checked, answers } = scene()
    checked.now()
    expect(checked.isKnown).toBe(false)
    answers[0]?.([finding('one')])
    await settled()
    expect([checked.isKnown, checked.findings]).toEqual([true, [finding('one')]])
  })

  test('of files that have changed meanwhile is not taken, and is asked for again', async () => {
    const { checked, answers, become } = scene()
    checked.now()
    become({ files: new Map([['a', '2']]) })
    answers[0]?.([finding('old')])
    await settled()
    expect([checked.isKnown, checked.findings]).toEqual([false, []])
    checked.now()
    answers[1]?.([finding('new')])
    await settled()
    expect([checked.isKnown, checked.findings]).toEqual([true, [finding('new')]])
  })

  test('is asked for once, however often it is wanted', async () => {
    const { checked, answers } = scene()
    checked.now()
    checked.now()
    answers[0]?.([])
    await settled()
    checked.now()
    expect(answers.length).toBe(1)
  })

  test('is asked for when what was changed is saved, not before', () => {
    const { checked, answers, become } = scene()
    become({ saving: { kind: 'unsaved' } })
    checked.now()
    expect(answers.length).toBe(0)
    become({ saving: { kind: 'saving' } })
    expect(answers.length).toBe(0)
    become({ saving: { kind: 'saved' } })
    expect(answers.length).toBe(1)
  })
})

test('what both say is said once', () => {
  expect(merged([finding('a')], [finding('a'), finding('b')])).toEqual([finding('a'), finding('b')])
  const local = [finding('a')]
  expect(merged(local, [finding('a')])).toBe(local)
})

const JOIN = `<bpmn:startEvent id="start"/><bpmn:inclusiveGateway id="fork" default="f3"/><bpmn:manualTask id="a"/>
<bpmn:manualTask id="b"/><bpmn:inclusiveGateway id="meet" name="يلتقيان · Both meet"/><bpmn:endEvent id="end"/>
${flow('f1', 'start', 'fork')}
<bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="a"><bpmn:conditionExpression>=true</bpmn:conditionExpression></bpmn:sequenceFlow>
${flow('f3', 'fork', 'b')}${flow('f4', 'a', 'meet')}${flow('f5', 'b', 'meet')}${flow('f6', 'meet', 'end')}`

const NAMES_AN_EXECUTOR = {
  'workflow.json': JSON.stringify({
    id: 'moj.meeting',
    version: '1.0.0',
    title: { ar: 'لقاء', en: 'Meeting' },
    agency: 'moj',
    executor: 'bpmn-engine',
    start: { process: 'meeting', channels: ['portal'] },
  }),
  'meeting.bpmn': file(process(JOIN, 'meeting')),
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

describe('a draft that names an executor which cannot run it', () => {
  let site: Site
  beforeAll(async () => {
    site = await openDesigner()
  })
  afterAll(() => site.close())

  test.each(LANGUAGES)(
    'is told so among the findings, once, before anybody tries or publishes it, in %s',
    async (language) => {
      const draft = { packageId: 'moj.meeting', files: NAMES_AN_EXECUTOR }
      const { page } = await openDraft(site, draft, 'procedure', { language })
      // Nobody opened the findings: the number on their tab says it by itself.
      await page.locator('.tabs .badge').waitFor()
      expect(await page.locator('.tabs .badge').innerText()).toContain('1')
      await page.getByRole('link', { name: language === 'ar' ? 'الملاحظات' : 'Findings' }).click()
      const told = page.locator('.finding', { hasText: language === 'ar' ? 'يلتقيان' : 'Both meet' })
      await told.first().waitFor()
      expect(await told.count()).toBe(1)
      expect(await told.innerText()).not.toContain('workflow.json')
      expect(site.complaints).toEqual([])
      await page.context().close()
    },
  )
})
