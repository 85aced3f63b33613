import { describe, expect, test } from 'vitest'
import type { Finding } from '../../engine/core/problem.ts'
import { check, FORM, sound } from './parcel.ts'

const CALL = {
  service: 'PS/GOV/MOI/civil-registry/getPerson/v1',
  query: { nationalId: '=person.nationalId' },
  offer: '=reply.purposes',
}

/** The form of the parcel, whose purpose is offered by a register. */
const asking = (call: object): object => {
  const { purpose: _, ...properties } = FORM.schema.properties
  return {
    ...FORM,
    schema: { ...FORM.schema, properties: { purpose: { type: 'string' }, ...properties } },
    ui: {
      type: 'VerticalLayout',
      elements: [{ type: 'Control', scope: '#/properties/purpose', options: { choices: call } }],
    },
    texts: { ...FORM.texts, '/purpose': { label: FORM.texts['/purpose'].label } },
  }
}

async function refusals(call: object): Promise<readonly Finding[]> {
  const checked = await check({ 'forms/apply.form.json': asking(call) })
  return checked.ok ? [] : checked.findings
}

describe('choices over the data bus', () => {
  test('are sound where a data agreement covers the service, in whatever version', async () => {
    expect((await sound({ 'forms/apply.form.json': asking(CALL) })).forms.get('apply')).toBeDefined()
  })

  test('are refused without one, in both languages, at their place', async () => {
    const [found] = await refusals({ ...CALL, service: 'PS/GOV/MOH/births/list/v1' })
    expect(found).toMatchObject({
      rule: 'form/agreement',
      file: 'forms/apply.form.json',
      place: '/ui/elements/0/options/choices/service',
      message: expect.stringContaining('Expected a data agreement for'),
      messageAr: expect.stringContaining('اتفاقية بيانات'),
    })
  })

  test.each([
    ['a service that is none', { ...CALL, service: 'civil-registry' }],
    ['a service that climbs out', { ...CALL, service: 'PS/GOV/../civil-registry/getPerson' }],
    ['a service that begins outside', { ...CALL, service: '../GOV/MOI/civil-registry/getPerson' }],
    ['something else to say', { ...CALL, method: 'POST' }],
    ['an input that is no FEEL', { ...CALL, query: { nationalId: '=person.' } }],
    ['a name that is none', { ...CALL, query: { 'a&b': '=1' } }],
    ['an offer out of nothing', { ...CALL, offer: '=["a"]' }],
    ['a time that is none', { ...CALL, keep: 'an hour' }],
    ['what is kept for everybody though asked with who one is', { ...CALL, query: { id: '=person' }, keep: 'PT1H' }],
  ])('are refused with %s', async (_what, call) => {
    const [found] = await refusals(call)
    expect(found?.rule).toBe('form/ui')
    expect(found?.messageAr).toMatch(/\p{Script=Arabic}/u)
  })
})
