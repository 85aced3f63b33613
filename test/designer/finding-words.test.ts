/** Findings in words for who never sees files: each says where it is by the names on the pages, and nothing speaks of a file or attribute. */
import { describe, expect, test } from 'vitest'
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { VIEWS } from '../../designer/app/views.ts'
import { checker } from '../../designer/check/checker.ts'
import { toldTo } from '../../designer/check/wording.ts'
import { VIEW_NAMES } from '../../designer/check/words.ts'
import { PERMIT_DRAFT } from './permit-draft.ts'

const page = (change: (page: Record<string, unknown>) => void): Record<string, string> => {
  const read = JSON.parse(PERMIT_DRAFT['workflow.json'] ?? '') as Record<string, unknown>
  change(read)
  return { 'workflow.json': JSON.stringify(read) }
}

const without = (path: string, gone: string): Record<string, string> => ({
  [path]: (PERMIT_DRAFT[path] ?? '').replace(gone, ''),
})

async function findingsWith(changed: Readonly<Record<string, string>>): Promise<readonly [Finding[], DraftFiles]> {
  const files = new Map(Object.entries({ ...PERMIT_DRAFT, ...changed }))
  const checks = checker(() => Promise.resolve(undefined))
  checks.change(files)
  return [[...(await checks.check())], files]
}

const CASES: readonly (readonly [what: string, changed: Record<string, string>, where: RegExp])[] = [
  [
    'a title that is missing in English',
    page((it) => (it['title'] = { ar: 'تصريح', en: '' })),
    /^السياسة › الخدمة › اسم الخدمة › بالإنجليزية$/,
  ],
  [
    'a role without its English name',
    page((it) => (it['roles'] = { clerks: { ar: 'الموظفون', en: '' } })),
    /^السياسة › الأدوار › الموظفون › بالإنجليزية$/,
  ],
  [
    'a deadline that nobody can read',
    page(
      (it) =>
        (it['deadlines'] = [{ id: 'd', title: { ar: 'البت', en: 'Decision' }, duration: 'soon', verified: false }]),
    ),
    /^السياسة › المواعيد › البت › المدة$/,
  ],
  [
    'a law that is not there',
    page(
      (it) =>
        (it['fees'] = [
          { id: 'f', title: { ar: 'رسم', en: 'Fee' }, decision: 'fee', legalBasis: 'gone', verified: false },
        ]),
    ),
    /^السياسة › الرسوم › رسم › السند القانوني$/,
  ],
  ['a task that says not who does it', {}, /^الإجراء › تصريح › دراسة الطلب$/],
  ['a question without its words', without('forms/apply.form.json', '"label": '), /^النماذج/],
]

/** What stands in a file and not on a page. */
const JARGON = /workflow\.json|صحّح الملف|candidateGroups|legalBasis|dataAgreements|formId|zeebe:|\.form\.json|\.hbs/

describe('a finding is told where it is, and what to do, by the names on the pages', () => {
  test.each(CASES)('%s', async (_, changed, where) => {
    const [findings, files] = await findingsWith(changed)
    const told = findings.map((it) => toldTo(it, files, 'ar'))
    expect(told.map((it) => it.where)).toContainEqual(expect.stringMatching(where))
    for (const language of ['ar', 'en'] as const)
      for (const finding of findings) {
        const { message, remedy } = toldTo(finding, files, language)
        expect(`${message} ${remedy ?? ''}`).not.toMatch(JARGON)
      }
  })

  test('where a file is all that could be named, the field is named', async () => {
    const [findings, files] = await findingsWith(page((it) => (it['title'] = { ar: 'تصريح', en: '' })))
    const finding = findings.find(({ place }) => place === '/title/en')
    expect(finding && toldTo(finding, files, 'en').remedy).toBe(
      'Correct “Policy › The service › Title of the service › in English”',
    )
    expect(finding?.remedy).toBe('Correct workflow.json')
  })

  test('an element is called by what stands on it', async () => {
    const [findings, files] = await findingsWith({})
    const finding = findings.find(({ rule }) => rule.endsWith('user-tasks'))
    expect(finding && toldTo(finding, files, 'ar').message).toContain('«دراسة الطلب»')
    expect(finding && toldTo(finding, files, 'ar').message).not.toContain('review')
  })

  test('a step that nobody has named yet is not called by its id', () => {
    const finding: Finding = {
      rule: 'bpmn/x',
      severity: 'error',
      file: 'permit.bpmn',
      place: 'Event_1yajier',
      message: 'Expected Event_1yajier to have an outgoing flow',
      messageAr: 'يجب أن يخرج سهم من Event_1yajier',
    }
    const files = new Map([
      ['permit.bpmn', '<bpmn:definitions><bpmn:boundaryEvent id="Event_1yajier" /></bpmn:definitions>'],
    ])
    expect(toldTo(finding, files, 'ar').message).toBe('يجب أن يخرج سهم من «خطوة بلا اسم»')
    expect(toldTo(finding, files, 'en').where).not.toContain('Event_')
  })

  test('an arrow is called by what it leads from and to, and so is whatever else the canvas gave its id', () => {
    const finding: Finding = {
      rule: 'bpmn/x',
      severity: 'error',
      file: 'permit.bpmn',
      place: 'Flow_0nuue3q',
      message: 'Expected Flow_0nuue3q to have a condition because Gateway_02zfg53 chooses',
      messageAr: 'يجب أن يكون للسهم Flow_0nuue3q شرط لأن Gateway_02zfg53 يختار',
    }
    const xml = `<bpmn:definitions><bpmn:exclusiveGateway id="Gateway_02zfg53" name="القرار · Decision" />
      <bpmn:task id="Activity_1234567" /><bpmn:sequenceFlow id="Flow_0nuue3q" sourceRef="Gateway_02zfg53" targetRef="Activity_1234567" /></bpmn:definitions>`
    const { message, where } = toldTo(finding, new Map([['permit.bpmn', xml]]), 'ar')
    expect(message).toBe('يجب أن يكون للسهم «من القرار إلى خطوة بلا اسم» شرط لأن «القرار» يختار')
    expect(where).not.toContain('Flow_')
  })

  test('an id somebody wrote, in quotes, stays as it is', () => {
    const finding: Finding = {
      rule: 'bpmn/x',
      severity: 'error',
      file: 'permit.bpmn',
      place: 'review',
      message: 'Expected review to be other than "review", but deadlines-of-mine is "deadlines"',
    }
    expect(toldTo(finding, new Map(Object.entries(PERMIT_DRAFT)), 'en').message).toBe(
      'Expected “Review” to be other than "review", but deadlines-of-mine is "deadlines"',
    )
  })
})

test('a view is called by the same name in findings as on its tab', () => {
  const tabs = Object.fromEntries(VIEWS.map(({ id, title }) => [id, title]))
  expect(tabs).toMatchObject(VIEW_NAMES)
})
