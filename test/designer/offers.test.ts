/** What may be put into a procedure is found by words of either language; what a question to another agency needs is written beside all that stands in workflow.json. */
import { expect, test } from 'vitest'
import type { OfferedService } from '../../engine/core/service-catalogue.ts'
import { isAgreed, withAgreement } from '../../designer/procedure/templates/agreement.ts'
import { busTemplate } from '../../designer/procedure/templates/bus-template.ts'
import { matching, offersIn } from '../../designer/procedure/templates/offer.ts'
import { CONNECTOR_ERRORS } from '../../designer/procedure/templates/errors.ts'
import { jobTypeOf, SHIPPED } from '../../designer/procedure/templates/template.ts'
import { factsOf, usesOf } from '../../designer/procedure/properties/facts.ts'

const SERVICE: OfferedService = {
  id: 'PS/GOV/MOI/civil-registry/getPerson/v1',
  provider: { id: 'PS/GOV/MOI/civil-registry', name: 'وزارة الداخلية' },
  title: { ar: 'السجل المدني', en: 'Civil registry' },
  allowed: false,
  operations: [{ method: 'GET', path: '', title: { ar: 'بيانات شخص', en: 'A person' }, inputs: [], reply: {} }],
}

const offers = () => {
  const [operation] = SERVICE.operations
  if (operation === undefined) throw new Error('Expected an operation')
  const made = busTemplate(SERVICE, operation)
  return offersIn(new Map([[made.template.id, made]]))
}

const found = (typed: string) => matching(offers(), typed).map(({ template }) => template.id)

test.each([
  ['receipt', ['masar.payment']],
  ['إيصال', ['masar.payment']],
  ['civil-registry', ['masar.databus:PS/GOV/MOI/civil-registry/getPerson/v1#GET']],
  ['الداخليه', ['masar.databus:PS/GOV/MOI/civil-registry/getPerson/v1#GET']],
  ['PERSON moi', ['masar.databus:PS/GOV/MOI/civil-registry/getPerson/v1#GET']],
  ['nothing of the kind', []],
])('"%s" finds %j', (typed, ids) => expect(found(typed)).toEqual(expect.arrayContaining(ids)))

test('without a word everything is there, and what may not be called says so', () => {
  expect(found('')).toHaveLength(SHIPPED.length + 1)
  expect(offers().filter(({ isClosed }) => isClosed)).toHaveLength(1)
})

test('every connector that can report an error has its errors to choose from', () => {
  expect(Object.keys(CONNECTOR_ERRORS).sort()).toEqual(SHIPPED.map(jobTypeOf).filter(Boolean).sort())
})

test('an agreement covers every version of a service, and one of a version only that', () => {
  const covers = (service: string) => isAgreed({ services: [service] }, SERVICE.id)
  expect(covers('PS/GOV/MOI/civil-registry/getPerson')).toBe(true)
  expect(covers('PS/GOV/MOI/civil-registry/getPerson/v1')).toBe(true)
  expect(covers('PS/GOV/MOI/civil-registry/getPerson/v2')).toBe(false)
})

test('an agreement is written beside what stands there, known or not, in its order', () => {
  const agreement = { service: SERVICE.id, purpose: { ar: ' الهوية ', en: 'Identity' }, legalBasis: 'law' }
  const before = '{"title":{"ar":"أ","en":"A"},"acme":1,"dataAgreements":[{"service":"x"}],"id":"moj.a"}'
  const after = withAgreement(before, agreement) ?? ''
  expect(after.endsWith('}\n')).toBe(true)
  expect(Object.keys(JSON.parse(after) as object)).toEqual(['title', 'acme', 'dataAgreements', 'id'])
  expect(JSON.parse(after)).toMatchObject({
    dataAgreements: [
      { service: 'x' },
      { service: 'PS/GOV/MOI/civil-registry/getPerson', purpose: { ar: 'الهوية', en: 'Identity' }, legalBasis: 'law' },
    ],
  })
  expect(withAgreement('not JSON', agreement)).toBeUndefined()
  const law = { title: { ar: 'قانون', en: 'Law' }, article: { ar: '', en: ' ' } }
  expect(JSON.parse(withAgreement(before, { ...agreement, legalBasis: law }) ?? '')).toMatchObject({
    legalBasis: [{ id: 'law', title: { ar: 'قانون', en: 'Law' }, verified: false }],
    dataAgreements: [{}, { legalBasis: 'law' }],
  })
})

test('what the package offers is read from its files as they are, faults and all', () => {
  const files = new Map([
    ['workflow.json', '{"uses":{"common.pay":"1.1.0","odd":1},"roles":{"clerks":{"ar":"موظفون"}},"deadlines":"none"}'],
    ['forms/bad.form.json', '{'],
    ['fees.dmn', '<decision id="fee" name="الرسم &amp; الغرامة · Fee &quot;A&quot;"></decision>'],
    [
      'a.bpmn',
      `<bpmn:process id='p'><bpmn:startEvent id="one" name="أ · A"/><bpmn:startEvent id="two"></bpmn:startEvent>
       <bpmn:startEvent id="timed"><bpmn:timerEventDefinition/></bpmn:startEvent>
       <bpmn:subProcess id="s"><bpmn:startEvent id="inner"/></bpmn:subProcess></bpmn:process>`,
    ],
    ['templates/certificate.hbs', ''],
  ])
  expect(usesOf(files)).toEqual([{ id: 'common.pay', version: '1.1.0' }])
  expect(
    factsOf(files, [{ id: 'pay', title: { ar: 'دفع', en: 'Pay' }, starts: [], from: 'common.pay' }]),
  ).toMatchObject({
    roles: [{ id: 'clerks', title: { ar: 'موظفون', en: 'موظفون' } }],
    deadlines: [],
    forms: [{ id: 'bad', title: { ar: 'bad', en: 'bad' } }],
    decisions: [{ id: 'fee', title: { ar: 'الرسم & الغرامة', en: 'Fee "A"' } }],
    processes: [
      { id: 'p', starts: [{ id: 'one', title: { ar: 'أ', en: 'A' } }, { id: 'two' }] },
      { id: 'pay', from: 'common.pay' },
    ],
    papers: ['certificate'],
    notices: [],
  })
  expect(factsOf(new Map([['workflow.json', '{']])).roles).toEqual([])
})
