import { describe, expect, test } from 'vitest'
import { checkPackage } from '../../engine/core/package/package.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'
import { FORM, parcel, sound, text, WORKFLOW } from './parcel.ts'

const SCRIPT = `<bpmn:scriptTask id="compute">${extension('<zeebe:script expression="=1 + 1" resultVariable="points"/>')}</bpmn:scriptTask>`

interface Drawn {
  readonly steps?: string
  /** Between start and end, in their order. */
  readonly ids?: readonly string[]
}

function drawn({ steps = SCRIPT, ids = ['compute'] }: Drawn = {}): string {
  const all = ['start', ...ids, 'end']
  const flows = all.slice(1).map((id, at) => flow(`f${at}`, all[at] ?? '', id))
  return file(process(`<bpmn:startEvent id="start"/>${steps}<bpmn:endEvent id="end"/>${flows.join('')}`, 'permit'))
}

const BARE = { 'templates/permit.hbs': null, 'forms/apply.form.json': FORM } as const

async function unread(changed: Parameters<typeof parcel>[0]): Promise<readonly string[]> {
  const { warnings } = await sound({ ...BARE, ...changed })
  return warnings
    .filter(({ rule }) => rule === 'variables/unused')
    .map((it) => `${it.file ?? ''} ${it.place ?? ''} ${/"([^"]+)"/.exec(it.message)?.[1] ?? ''}`)
}

const clerk = (form: string): string =>
  `<bpmn:userTask id="review">${extension(`<zeebe:userTask/><zeebe:formDefinition formId="${form}"/><zeebe:assignmentDefinition candidateGroups="clerks"/>`)}</bpmn:userTask>`

const CHOICE = {
  title: text('Review'),
  schema: {
    type: 'object',
    properties: {
      verdict: { type: 'string', enum: ['yes', 'no'] },
      seen: { type: 'string', enum: ['seen'] },
      remark: { type: 'string' },
    },
  },
  texts: {
    '/verdict': { label: text('Verdict'), choices: { yes: text('Yes'), no: text('No') } },
    '/seen': { label: text('Seen'), choices: { seen: text('Seen') } },
    '/remark': { label: text('Remark') },
  },
} as const

const REVIEWED = { steps: clerk('review'), ids: ['review'] } as const

describe('a value that is worked out and read by nobody', () => {
  test('is told where it is worked out, in both languages, and the package is sound', async () => {
    const { warnings } = await sound({
      ...BARE,
      'permit.bpmn': drawn({ steps: SCRIPT + clerk('apply'), ids: ['compute', 'review'] }),
    })
    expect(warnings).toEqual([
      expect.objectContaining({
        rule: 'variables/unused',
        severity: 'warning',
        file: 'permit.bpmn',
        place: 'compute',
        message: expect.stringContaining('"points"'),
        messageAr: expect.stringContaining('"points"'),
        remedyAr: expect.stringMatching(/\S/),
      }),
    ])
  })

  const seen = { steps: SCRIPT + clerk('apply'), ids: ['compute', 'review'] }
  test.each([
    [
      'another expression',
      {
        'permit.bpmn': drawn({
          ...seen,
          steps: seen.steps
            .replace('=1 + 1', '=1')
            .concat(
              `<bpmn:scriptTask id="more">${extension('<zeebe:script expression="=points + 1" resultVariable="purpose"/>')}</bpmn:scriptTask>`,
            ),
          ids: ['compute', 'more', 'review'],
        }),
      },
    ],
    ['a paper', { 'permit.bpmn': drawn(seen), 'templates/permit.hbs': '<p>{{points}}</p>' }],
    [
      'a condition of a form',
      {
        'permit.bpmn': drawn(seen),
        'forms/apply.form.json': {
          ...FORM,
          ui: {
            ...FORM.ui,
            elements: [
              { type: 'Control', scope: '#/properties/purpose', rule: { effect: 'SHOW', condition: '=points > 1' } },
              FORM.ui.elements[1],
            ],
          },
        },
      },
    ],
    ['the search of clerks', { 'permit.bpmn': drawn(seen), 'workflow.json': { ...WORKFLOW, search: ['/points'] } }],
  ])('is read by %s', async (_what, changed) => {
    expect(await unread(changed)).toEqual([])
  })

  test('is not told where a program of the agency is handed everything', async () => {
    const worker = `<bpmn:serviceTask id="own">${extension('<zeebe:taskDefinition type="own.worker"/>')}</bpmn:serviceTask>`
    expect(await unread({ 'permit.bpmn': drawn({ steps: SCRIPT + worker, ids: ['compute', 'own'] }) })).toEqual([])
  })

  test('is not told while a file that may read it cannot be read', async () => {
    const checked = await checkPackage(parcel({ ...BARE, 'permit.bpmn': drawn(), 'forms/apply.form.json': '{' }), {
      package: () => Promise.resolve(undefined),
    })
    expect(checked.ok ? [] : checked.findings.map(({ rule }) => rule)).not.toContain('variables/unused')
  })
})

describe('a choice of a clerk', () => {
  test('that leads nowhere is told at its question; a remark and what can only be confirmed are for the record', async () => {
    expect(await unread({ 'permit.bpmn': drawn(REVIEWED), 'forms/review.form.json': CHOICE })).toEqual([
      'forms/review.form.json /verdict Verdict',
    ])
  })

  test('that a question of the same form depends on leads somewhere', async () => {
    const ui = {
      type: 'VerticalLayout',
      elements: [
        { type: 'Control', scope: '#/properties/verdict' },
        { type: 'Control', scope: '#/properties/remark', rule: { effect: 'SHOW', condition: '=verdict = "no"' } },
      ],
    }
    expect(await unread({ 'permit.bpmn': drawn(REVIEWED), 'forms/review.form.json': { ...CHOICE, ui } })).toEqual([])
  })
})

describe('an answer of the application', () => {
  const conditions = {
    ...FORM,
    ui: { type: 'VerticalLayout', elements: FORM.ui.elements.map(({ type, scope }) => ({ type, scope })) },
  }

  test('is told where no clerk sees it and nothing reads it', async () => {
    const read = SCRIPT.replace('=1 + 1', '=purpose').replace('points', 'purpose')
    expect(await unread({ 'permit.bpmn': drawn({ steps: read }), 'forms/apply.form.json': conditions })).toEqual([
      'forms/apply.form.json /person Person',
    ])
  })

  test('is seen by a clerk', async () => {
    expect(await unread({ 'permit.bpmn': drawn({ steps: clerk('apply'), ids: ['review'] }) })).toEqual([])
  })
})
