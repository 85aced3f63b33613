import { describe, expect, test } from 'vitest'
import { fileFor, holdable } from '../../designer/trial/proposal.ts'
import { applicantsIn, peopleCalled } from '../../designer/trial/people-called.ts'
import { saidStep } from '../../designer/trial/said-step.ts'
import { blank, duration, keptSteps, until, withReply, withStep } from '../../designer/trial/scenario.ts'
import { replySamples, testsIn } from '../../designer/trial/samples.ts'

const begun = blank({ channel: 'portal', applicant: '900000001', now: '2026-01-04T08:00:00Z', variables: {} })
const nameOf = (element: string) => ({ ar: `خطوة ${element}`, en: element })
const roles = { 'record-clerk': { ar: 'كاتب السجل', en: 'Record clerk' } }
const called = peopleCalled(begun, { beginning: { roles }, moments: [] })

describe('a scenario being played', () => {
  test('asks who pays each time, until somebody says otherwise', () => {
    expect(begun.given).toEqual({ payments: ['wait'] })
  })

  test('drops what came after the step one goes back to', () => {
    const walked = withStep(withStep(withStep(begun, { advance: 'P1D' }), { pay: 'approve' }), { retryIncidents: true })
    expect(keptSteps(walked, 1).steps).toEqual([{ advance: 'P1D' }])
  })

  test('looks first at the answer that was chosen last', () => {
    const service = 'PS/GOV/MOI/civil-registry/getPerson/v1'
    const twice = withReply(withReply(begun, { service, reply: {} }), { service, fault: 'notFound', times: 1 })
    expect(twice.given?.bus?.[0]).toMatchObject({ fault: 'notFound' })
  })

  test('jumps to a moment and not a breath before it', () => {
    expect(until(0, 1_500)).toBe('PT2S')
    expect(duration(3, 'weeks')).toBe('P3W')
  })

  test('is told in the plural each language has', () => {
    expect(saidStep({ advance: 'P1D' }, nameOf, called)).toEqual({
      ar: 'مضى الوقت: \u2068يوم واحد\u2069',
      en: 'Time passed: \u20681 day\u2069',
    })
    expect(saidStep({ advance: 'PT90000S' }, nameOf, called).en).toContain('1 day and 1 hour')
  })
})

describe('people of a try', () => {
  test('are called by what they do, not by the names they were invented by', () => {
    const plain = (name: string) => called(name).en.replaceAll(/[\u2066-\u2069]/g, '')
    expect(plain('record-clerk.1')).toBe('Record clerk, person 1')
    expect(plain('record-clerk.2')).toBe('Record clerk, person 2')
    expect(plain('supervisor.1')).toBe('A supervisor')
    expect(plain('900000001')).toBe('The applicant')
    expect(called('900000001').ar).toBe('مقدم الطلب')
    expect(saidStep({ complete: 'review', as: 'record-clerk.1' }, nameOf, called).ar).toContain('كاتب السجل')
  })

  test('keep the name somebody gave them, and one that only looks invented', () => {
    expect(called('clerk.rana').en).toBe('clerk.rana')
    expect(called('officer.1').en).toBe('officer.1')
    const moments = [{ tasks: [{ groups: ['officer'] }], variables: {} }]
    expect(peopleCalled(begun, { beginning: { roles }, moments })('officer.1').en).toContain(', person ')
  })

  test('are the applicant under the name of the company too, and where no number was chosen', () => {
    const { applicant: _, ...start } = begun.start
    const moments = [{ tasks: [], variables: { application: { applicant: { id: '562000001' } } } }]
    expect([...applicantsIn({ ...begun, start }, { moments })]).toEqual(['applicant', '562000001'])
  })
})

describe('a try that is kept', () => {
  test('has a file of its own, named by its English title', () => {
    expect(fileFor('Paid, then refused!', new Set())).toBe('tests/paid-then-refused.test.json')
    expect(fileFor('Paid', new Set(['tests/paid.test.json']))).toBe('tests/paid-2.test.json')
    expect(fileFor('…', new Set())).toBe('tests/test.test.json')
  })

  test('may hold values of the procedure, not those the engine fills', () => {
    const known = { outcome: 'issued', application: {}, policy: {}, receipt: { no: 1 }, paid: true }
    expect(holdable(known).map(([name]) => name)).toEqual(['outcome', 'paid'])
  })
})

test('answers of registers come from the tests, those to the same question first, each once', () => {
  const test = (title: string, id: string): string =>
    JSON.stringify({
      title: { ar: title, en: title },
      start: { variables: {} },
      given: {
        bus: [
          { service: 'a', when: { query: { id } }, reply: { id } },
          { service: 'b', reply: {} },
        ],
      },
      expect: { status: 'active' },
    })
  const files = new Map([
    ['tests/one.test.json', test('one', '1')],
    ['tests/two.test.json', test('two', '2')],
    ['tests/three.test.json', test('three', '2')],
    ['tests/broken.test.json', '{'],
  ])
  const tests = testsIn(files)
  expect(tests.find(({ file }) => file === 'tests/broken.test.json')?.scenario).toBeUndefined()
  expect(replySamples(tests, 'a', { query: { id: '2' } }).map(({ value }) => value)).toEqual([{ id: '2' }, { id: '1' }])
})
