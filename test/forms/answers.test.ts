import { describe, expect, test } from 'vitest'
import { judgeAnswers, type Answering } from '../../engine/commands/answers.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { compileForm } from '../../forms/compile.ts'
import { decode } from '../../forms/decode.ts'
import { evaluate } from '../../forms/evaluate.ts'
import { renderForm } from '../../forms/html/render.ts'
import { opening } from '../../forms/opening.ts'
import { viewOf } from '../../forms/view.ts'
import { sound, text, WORKFLOW } from '../package/parcel.ts'
import { posted } from './browser-without.ts'

const control = (name: string, options: JsonObject = {}, more: JsonObject = {}) => ({
  type: 'Control',
  scope: `#/properties/${name}`,
  options,
  ...more,
})

const HEIR = { type: 'VerticalLayout', elements: [control('name'), control('share')] }

/** A permit: its fee follows the rooms, the branch is one of the package's list, the clerk's remark is not the applicant's. */
const FORM = {
  title: text('Permit'),
  schema: {
    type: 'object',
    required: ['rooms'],
    additionalProperties: false,
    properties: {
      purpose: { type: 'string', enum: ['home', 'shop'] },
      shopName: { type: 'string', maxLength: 80 },
      rooms: { type: 'integer', minimum: 1 },
      fee: { type: 'string' },
      branch: { type: 'string' },
      owner: { type: 'string' },
      street: { type: 'string' },
      remark: { type: 'string' },
      heirs: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, share: { type: 'integer' } } },
      },
    },
  },
  ui: {
    type: 'VerticalLayout',
    elements: [
      control('purpose'),
      control('shopName', { visible: '=purpose = "shop"', required: '=purpose = "shop"' }),
      control('rooms'),
      control('fee', { computed: '=if rooms = null then null else string(rooms * policy.feePerRoom) + ".00"' }),
      control('branch', { choices: '=policy.branches' }),
      control('owner', { prefill: '=application.applicant', readonly: true }),
      control('street', { prefill: '=application.street' }),
      control('remark', { writable: ['review'], readable: ['staff'] }),
      control('heirs', { prefill: '=application.heirs', readonly: true, detail: HEIR }),
    ],
  },
  texts: Object.fromEntries(
    [
      'purpose',
      'shopName',
      'rooms',
      'fee',
      'branch',
      'owner',
      'street',
      'remark',
      'heirs',
      'heirs/*/name',
      'heirs/*/share',
    ].map((name) => [
      `/${name}`,
      { label: text(name), ...(name === 'purpose' ? { choices: { home: text('Home'), shop: text('Shop') } } : {}) },
    ]),
  ),
}

const PACKAGE = await sound({
  'forms/apply.form.json': FORM,
  'workflow.json': {
    ...WORKFLOW,
    policy: {
      straightThrough: false,
      feePerRoom: 25,
      branches: [
        { value: 'jenin', ar: 'جنين', en: 'Jenin' },
        { value: 'nablus', ar: 'نابلس', en: 'Nablus' },
      ],
    },
  },
})

const { policy } = PACKAGE.workflow as { readonly policy: JsonObject }
const applicant: Answering = {
  by: 'applicant',
  variables: { policy, application: { applicant: '400000105', street: 'Main' } },
  now: Date.UTC(2026, 10, 27),
  timeZone: 'Asia/Hebron',
}
const HEIRS = [
  { name: 'Salma', share: 2 },
  { name: 'Omar', share: 1 },
]
const withHeirs: Answering = { ...applicant, variables: { policy, application: { applicant: '1', heirs: HEIRS } } }
const clerk: Answering = { ...applicant, by: 'staff', task: 'review' }
const judge = (answers: JsonObject, by: Answering = applicant) => judgeAnswers(PACKAGE, 'apply', answers, by)

function placesOf(refused: ReturnType<typeof judge>): readonly (string | undefined)[] {
  if (!isProblem(refused)) throw new Error(`Expected a refusal, but ${JSON.stringify(refused)}`)
  return (refused.findings ?? []).map((it) => `${it.rule} ${it.place ?? ''}`)
}

describe('answers that are sent', () => {
  test('hold nothing the form hides', () => {
    expect(judge({ purpose: 'home', shopName: 'Hidden', rooms: 2 })).not.toHaveProperty('shopName')
    expect(judge({ purpose: 'shop', shopName: 'Books', rooms: 2 })).toHaveProperty('shopName', 'Books')
    expect(placesOf(judge({ purpose: 'shop', rooms: 2 }))).toEqual(['answers/required /shopName'])
  })

  test('hold what the form computes, whatever was sent', () => {
    expect(judge({ rooms: 3, fee: '0.00' })).toMatchObject({ rooms: 3, fee: '75.00' })
    expect(judge({ rooms: 3 })).toMatchObject({ fee: '75.00' })
  })

  test('hold what the procedure knows where nobody may change it; another value is refused', () => {
    expect(judge({ rooms: 1 })).toMatchObject({ owner: '400000105' })
    expect(judge({ rooms: 1, owner: '400000105' })).toMatchObject({ owner: '400000105' })
    expect(judge({ rooms: 1, owner: '999999999' })).toMatchObject({ kind: 'invalid', code: 'answers.read-only' })
    expect(placesOf(judge({ rooms: 1, owner: '999999999' }))).toEqual(['answers/read-only /owner'])
  })

  test('hold a list nobody may change as it is filled, to the last field of its entries', () => {
    expect(judge({ rooms: 1 }, withHeirs)).toMatchObject({ heirs: HEIRS })
    expect(judge({ rooms: 1, heirs: HEIRS }, withHeirs)).toMatchObject({ heirs: HEIRS })
    const forged = [HEIRS[0] ?? {}, { name: 'Omar', share: 7 }]
    expect(placesOf(judge({ rooms: 1, heirs: forged }, withHeirs))).toEqual(['answers/read-only /heirs/1/share'])
    const more = [...HEIRS, { name: 'Nobody', share: 3 }]
    expect(judge({ rooms: 1, heirs: more }, withHeirs)).toMatchObject({ heirs: HEIRS })
  })

  test('hold nothing where the procedure knows nothing, and nobody is asked for what they cannot change', () => {
    const known = { applicant: null, heirs: [{ name: 'Salma', share: null }] }
    const unknown: Answering = { ...applicant, variables: { policy, application: known } }
    const counted = { rooms: 1, fee: '25.00', heirs: [{ name: 'Salma' }] }
    expect(judge({ rooms: 1 }, unknown)).toEqual(counted)
    expect(judge({ rooms: 1, owner: null, heirs: known.heirs }, unknown)).toEqual(counted)
  })

  test('hold only choices that are offered', () => {
    expect(judge({ rooms: 1, branch: 'nablus' })).toMatchObject({ branch: 'nablus' })
    expect(placesOf(judge({ rooms: 1, branch: 'gaza' }))).toEqual(['answers/choose /branch'])
  })

  test('hold a field of one task only from that task', () => {
    expect(judge({ rooms: 1, remark: 'I approve' })).not.toHaveProperty('remark')
    expect(judge({ rooms: 1, remark: 'seen' }, clerk)).toMatchObject({ remark: 'seen' })
    expect(placesOf(judge({ rooms: 1, remark: 'seen' }, { ...clerk, task: 'other' }))).toEqual([
      'answers/read-only /remark',
    ])
  })
})

describe('the same form on a page', () => {
  const form = compileForm(PACKAGE.forms.get('apply') ?? expect.fail('no form'))
  const page = (by: Answering, answers: JsonObject) => renderForm(viewOf(form, answers, [], { ...by, language: 'en' }))

  test('shows a field only to those who may read it', () => {
    expect(page(applicant, { remark: 'secret' })).not.toMatch(/remark|secret/)
    expect(page(clerk, {})).toContain('name="/remark"')
    expect(page({ ...clerk, task: 'other' }, {})).toContain('data-place="/remark"')
    expect(page({ ...clerk, task: 'other' }, {})).not.toContain('name="/remark"')
  })

  test('begins with what the procedure knows, and takes what is changed', () => {
    const begun = opening(form, { ...applicant, language: 'en' })
    expect(begun).toEqual({ street: 'Main' })
    const html = page(applicant, begun)
    expect(html).toMatch(/name="\/street" value="Main"/)
    expect(html).toContain('400000105')
    const answers = decode(
      form,
      { ...posted(html), '/street': '', '/rooms': '2', '/owner': '1' },
      { ...applicant, language: 'en' },
      begun,
    )
    expect(answers).toEqual({ rooms: 2 })
    expect(evaluate(form, answers, { ...applicant, language: 'en' }).answers).toMatchObject({
      owner: '400000105',
      fee: '50.00',
    })
  })

  test('says that nothing was answered where the procedure knows nothing', () => {
    const heirs = [{ name: 'Salma', share: null }]
    const html = page({ ...applicant, variables: { policy, application: { applicant: '1', heirs } } }, {})
    expect(html).not.toContain('null')
    expect(html).toMatch(/share[^]*Not answered/)
  })

  test('tells a list nobody may change, with no way to add or remove', () => {
    const html = page(withHeirs, {})
    expect(html).toContain('Salma')
    expect(html).toContain('Omar')
    expect(html).not.toMatch(/(?:add|remove):\/heirs/)
  })

  test('offers the list of the package, in the reader’s language', () => {
    expect(page(applicant, { branch: 'jenin' })).toContain('<option value="jenin" selected>Jenin</option>')
  })
})
