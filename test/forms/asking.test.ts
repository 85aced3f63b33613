import { describe, expect, test } from 'vitest'
import { asksRegisters, offerOf } from '../../forms/asking.ts'
import { compileForm } from '../../forms/compile.ts'
import { evaluate } from '../../forms/evaluate.ts'
import type { FormContext, FormSource } from '../../forms/form.ts'
import { renderForm } from '../../forms/html/render.ts'
import { validate } from '../../forms/validate.ts'
import { viewOf } from '../../forms/view.ts'
import type { JsonObject } from '../../engine/core/json.ts'

const text = (en: string) => ({ ar: en, en })
const SERVICE = 'PS/GOV/MOT/vehicles/listOf/v1'

function formOf(query: JsonObject, format = 'select'): FormSource {
  return {
    id: 'renew',
    title: text('Renewal'),
    schema: {
      type: 'object',
      required: ['plate'],
      properties: { kind: { type: 'string' }, plate: { type: 'string' } },
    },
    ui: {
      type: 'VerticalLayout',
      elements: [
        { type: 'Control', scope: '#/properties/kind' },
        {
          type: 'Control',
          scope: '#/properties/plate',
          options: {
            format,
            choices: {
              service: SERVICE,
              query,
              offer: '=for v in reply.vehicles return {value: v.plateNo, ar: v.make, en: v.make}',
            },
          },
        },
      ],
    },
    texts: { '/kind': { label: text('Kind') }, '/plate': { label: text('Plate') } },
  }
}

const context: FormContext = {
  language: 'en',
  variables: {},
  now: 0,
  timeZone: 'Asia/Hebron',
  by: 'applicant',
  person: '400000014',
}
const REPLY = {
  vehicles: [
    { plateNo: '1-1', make: 'Skoda' },
    { plateNo: '2-2', make: 'Fiat' },
  ],
}

/** The context once the register has answered what is asked as the answers stand. */
function asked(source: FormSource, answers: JsonObject, reply: JsonObject = REPLY): FormContext {
  const form = compileForm(source)
  const state = evaluate(form, answers, context).fields.get('/plate')
  if (state?.asking?.state !== 'unasked' || state.field.call === undefined) throw new Error('Expected a question')
  return { ...context, offers: { [state.asking.question.key]: offerOf(state.field.call, reply, context) } }
}

describe('choices that a register offers', () => {
  const mine = formOf({ owner: '=person', kind: '=kind' })
  const form = compileForm(mine)
  const stateOf = (answers: JsonObject, ctx: FormContext = context) => evaluate(form, answers, ctx).fields.get('/plate')

  test('are asked for with answers and the number of who fills it in, once these are there', () => {
    expect(asksRegisters(form)).toBe(true)
    expect(stateOf({})?.asking).toEqual({ state: 'waits' })
    expect(stateOf({ kind: 'car' })?.asking).toMatchObject({
      state: 'unasked',
      question: { service: SERVICE, query: { owner: '400000014', kind: 'car' } },
    })
  })

  test('are those of the citizen alone: staff are no such person', () => {
    expect(stateOf({ kind: 'car' }, { ...context, by: 'staff', person: 'clerk.rana' })?.asking?.state).toBe('waits')
  })

  test('are offered as the reply has them, and others are refused', () => {
    const known = asked(mine, { kind: 'car' })
    expect(stateOf({ kind: 'car' }, known)?.choices.map((it) => it.label.en)).toEqual(['Skoda', 'Fiat'])
    expect(validate(form, { kind: 'car', plate: '2-2' }, known)).toEqual([])
    expect(validate(form, { kind: 'car', plate: '9-9' }, known)).toMatchObject([{ place: '/plate', code: 'choose' }])
  })

  test('hold for the answers they were asked with: with others they are asked for anew', () => {
    const known = asked(mine, { kind: 'car' })
    expect(stateOf({ kind: 'lorry' }, known)?.asking?.state).toBe('unasked')
    expect(validate(form, { kind: 'lorry', plate: '1-1' }, known)).toMatchObject([{ place: '/plate', code: 'unasked' }])
  })

  test('that cannot be had are said to be so, with what was chosen kept and a way to ask again', () => {
    const failed = { ...context, offers: { [keyOf({ kind: 'car' })]: { kind: 'failed' } as const } }
    expect(validate(form, { kind: 'car' }, failed)).toMatchObject([{ place: '/plate', code: 'unasked' }])
    const html = renderForm(viewOf(form, { kind: 'car', plate: '1-1' }, [], failed))
    expect(html).toContain('does not answer right now')
    expect(html).toContain('value="refresh:/plate"')
    expect(html).toContain('<option value="1-1" selected>')
  })

  test('that are none are said to be none, and what is no list offers nothing', () => {
    const none = asked(mine, { kind: 'car' }, { vehicles: [] })
    expect(renderForm(viewOf(form, { kind: 'car' }, [], none))).toContain('nothing to choose from')
    const odd = asked(mine, { kind: 'car' }, { vehicles: 'many' })
    expect(stateOf({ kind: 'car' }, odd)?.choices).toEqual([])
  })

  const keyOf = (answers: JsonObject): string => {
    const asking = stateOf(answers)?.asking
    return asking && asking.state !== 'waits' ? asking.question.key : ''
  }
})
