/** Connectors given to steps: what the analyst answers stands in the drawing, which runs by itself; what stood there before stays. */
import { beforeAll, describe, expect, test } from 'vitest'
import { databusCatalogue } from '../../engine/connectors/databus/catalogue.ts'
import { readCall } from '../../engine/connectors/databus/call.ts'
import { HEADER_PREFIX } from '../../engine/connectors/databus/config.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { OfferedOperation, OfferedService } from '../../engine/core/service-catalogue.ts'
import {
  answersOf,
  applyTemplate,
  asked,
  removeTemplate,
  setAnswer,
  templateIdOf,
} from '../../designer/procedure/templates/apply.ts'
import { busTemplate, variableFor } from '../../designer/procedure/templates/bus-template.ts'
import { faultOf } from '../../designer/procedure/templates/fault.ts'
import { templateFromDrawing } from '../../designer/procedure/templates/from-drawing.ts'
import { keyOf, SHIPPED, shipped, type Template } from '../../designer/procedure/templates/template.ts'
import { around } from '../bpmn/drawing.ts'
import { clock, configFor, withBus } from '../databus/bus.ts'
import { Case } from '../kernel/case.ts'
import { check } from '../package/parcel.ts'
import { drawn, type Drawn } from './drawn.ts'
import { faultsOf } from './template.ts'

const BARE = around('<bpmn:serviceTask id="step" name="خطوة · Step"/>').replaceAll('"main"', '"permit"')

const built = (id: string): Template => {
  const found = shipped(id)
  if (found === undefined) throw new Error(`Expected a template ${id}`)
  return found
}

let services: readonly OfferedService[] = []
beforeAll(() =>
  withBus(async ({ double }) => {
    const offered = await databusCatalogue(configFor(double.url), clock).of('moj' as AgencyId, false)
    if (isProblem(offered)) throw new Error(offered.detail)
    services = offered.services
  }),
)

const offers = (): readonly (readonly [OfferedService, OfferedOperation])[] =>
  services.flatMap((service) => service.operations.map((operation) => [service, operation] as const))

const getPerson = () => {
  const found = offers().find(([{ id }]) => id === 'PS/GOV/MOI/civil-registry/getPerson/v1')
  if (found === undefined) throw new Error('Expected the civil registry in the catalogue')
  return busTemplate(...found)
}

async function given(template: Template, answers: Readonly<Record<string, string | boolean>> = {}): Promise<Drawn> {
  const drawing = await drawn(BARE)
  drawing.change((edit) => applyTemplate(edit, drawing.element('step'), template, answers))
  return drawing
}

describe('a template given to a step', () => {
  test.each(SHIPPED.map((it) => [it.id, it] as const))('%s: is read back as it was answered', async (_id, template) => {
    const answers = Object.fromEntries(
      asked(template, {}).flatMap((it) => (it.type === 'String' && it.feel === 'optional' ? [[keyOf(it), '=a']] : [])),
    )
    const drawing = await given(template, answers)
    const edit = drawing.read()
    expect(templateIdOf(edit, drawing.element('step'))).toBe(template.id)
    expect(answersOf(edit, drawing.element('step'), template)).toMatchObject(answers)
  })

  test('is one step that can be undone', async () => {
    const drawing = await drawn(BARE)
    const before = await drawing.write()
    drawing.change((edit) => applyTemplate(edit, drawing.element('step'), built('masar.payment'), { amount: '5' }))
    expect(await drawing.write()).not.toBe(before)
    drawing.undo()
    expect(await drawing.write()).toBe(before)
  })

  test('keeps what the step has beside it: mappings, headers, notes, and what other tools wrote', async () => {
    const drawing = await drawn(
      around(`<bpmn:serviceTask id="step" acme:owner="legal"><bpmn:documentation>نص</bpmn:documentation><bpmn:extensionElements>
        <acme:note>kept</acme:note>
        <zeebe:taskDefinition type="old" retries="7"/>
        <zeebe:ioMapping><zeebe:input source="=1" target="mine" acme:by="hand"/><zeebe:output source="=mine" target="out"/></zeebe:ioMapping>
        <zeebe:taskHeaders><zeebe:header key="own" value="1"/></zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>`),
    )
    drawing.change((edit) => applyTemplate(edit, drawing.element('step'), built('masar.payment'), { amount: '=fee' }))
    drawing.change((edit) => removeTemplate(edit, drawing.element('step'), built('masar.payment')))
    const xml = await drawing.write()
    for (const kept of [
      'acme:owner="legal"',
      '<acme:note>kept</acme:note>',
      '<zeebe:input source="=1" target="mine" acme:by="hand" />',
      '<zeebe:output source="=mine" target="out" />',
      '<zeebe:header key="own" value="1" />',
      'نص',
    ])
      expect(xml).toContain(kept)
    for (const gone of ['masar:payment', 'masar.payment', 'currency', 'modelerTemplate'])
      expect(xml).not.toContain(gone)
  })

  test('leaves nothing of itself behind where the step had nothing', async () => {
    const drawing = await given(built('masar.notify'), { smsTo: '=phone', smsText: '={ar: "a", en: "b"}' })
    drawing.change((edit) => removeTemplate(edit, drawing.element('step'), built('masar.notify')))
    expect(await drawing.write()).not.toContain('zeebe:taskDefinition')
    expect(drawing.element('step').get('extensionElements')).toBeUndefined()
  })

  test('is asked for what its other answers make necessary, and keeps nothing of what they make needless', async () => {
    const template = built('masar.document')
    const drawing = await given(template, { template: 'certificate', data: '={}', certificate: true, holder: '={}' })
    const step = drawing.element('step')
    expect(answersOf(drawing.read(), step, template)).toMatchObject({ certificate: true, holder: '={}' })
    drawing.change((edit) => setAnswer(edit, step, template, 'certificate', false))
    expect(answersOf(drawing.read(), step, template)).not.toHaveProperty('holder')
    drawing.change((edit) => setAnswer(edit, step, template, 'operation', 'revoke'))
    drawing.change((edit) => setAnswer(edit, step, template, 'revokedSerial', '=serial'))
    const answers = answersOf(drawing.read(), step, template)
    expect(answers).toMatchObject({ operation: 'revoke', revokedSerial: '=serial', revoked: 'certificate' })
    expect(answers).not.toHaveProperty('data')
  })

  test('says what an answer should have been', () => {
    const property = (id: string) => {
      const found = built('masar.databus').properties.find((it) => it.id === id)
      if (found === undefined) throw new Error(id)
      return found
    }
    expect(faultOf(property('service'), '')).toMatchObject({ en: expect.stringContaining('empty') })
    expect(faultOf(property('service'), 'PS/GOV')).toMatchObject({ ar: expect.stringContaining('المتوقع') })
    expect(faultOf(property('service'), 'PS/GOV/MOI/civil-registry/getPerson/v1')).toBeUndefined()
    expect(faultOf(property('timeout'), '')).toBeUndefined()
    expect(faultOf(property('timeout'), 'soon')).toMatchObject({ en: expect.stringContaining('PT20S') })
    expect(faultOf(property('userId'), '=whoever')).toBeUndefined()
  })
})

describe('the template of an operation on the bus', () => {
  test('is one that any modeller loads, for every operation of the sandbox', () => {
    const all = offers().map((it) => busTemplate(...it).template)
    expect(all.length).toBeGreaterThan(20)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.flatMap((it) => faultsOf(it))).toEqual([])
  })

  test('has a field for each thing the service wants to know, with what is expected in it', () => {
    const { template, expected } = getPerson()
    expect(template.id).toBe('masar.databus:PS/GOV/MOI/civil-registry/getPerson/v1#GET')
    expect(template.properties.find(({ id }) => id === 'query.nationalId')).toMatchObject({
      type: 'String',
      feel: 'optional',
      optional: true,
    })
    expect(expected.get('query.nationalId')).toMatchObject({ pattern: '^[0-9]{9}$' })
  })

  test('makes a step that runs by the drawing alone, and asks what the analyst meant', async () => {
    const drawing = await given(getPerson().template, { 'query.nationalId': '=nationalId', output: 'citizen' })
    const checked = await check({ 'permit.bpmn': await drawing.write() })
    if (!checked.ok) throw new Error(JSON.stringify(checked.findings, undefined, 2))
    const permit = new Case([...checked.package.programs.values()]).start({ nationalId: '400000014' })
    const opened = permit.events.find((it) => it.kind === 'jobOpened')
    if (opened?.kind !== 'jobOpened') throw new Error(permit.trouble.join())
    expect(readCall(opened.job.variables, HEADER_PREFIX)).toMatchObject({
      service: { parts: ['PS', 'GOV', 'MOI', 'civil-registry', 'getPerson'], version: 'v1' },
      method: 'GET',
      query: 'nationalId=400000014',
    })
    permit.job('step', { reply: { status: 200, body: { birthDate: '1990-01-01' } } })
    expect(permit.everSet).toMatchObject({ citizen: { birthDate: '1990-01-01' } })
  })

  test('puts the parts of a path where they belong, whatever they hold', async () => {
    const operation: OfferedOperation = {
      method: 'GET',
      path: 'people/{id}/papers',
      title: { ar: 'أ', en: 'A' },
      inputs: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      reply: {},
    }
    const { service } = getPerson()
    const { template } = busTemplate(service, operation)
    expect(faultsOf(template)).toEqual([])
    const drawing = await given(template, { 'segment.id': '=number' })
    const checked = await check({ 'permit.bpmn': await drawing.write() })
    if (!checked.ok) throw new Error(JSON.stringify(checked.findings, undefined, 2))
    const permit = new Case([...checked.package.programs.values()]).start({ number: '1/../2' })
    const opened = permit.events.find((it) => it.kind === 'jobOpened')
    if (opened?.kind !== 'jobOpened') throw new Error(permit.trouble.join())
    expect(readCall(opened.job.variables, HEADER_PREFIX)).toMatchObject({ path: '/people/1%2F..%2F2/papers' })
  })

  test('whose names are no names of variables asks for them together', () => {
    const { service } = getPerson()
    const { template } = busTemplate(service, {
      method: 'GET',
      path: '',
      title: { ar: 'أ', en: 'A' },
      inputs: [{ name: 'national-id', in: 'query', required: true, schema: { type: 'string' } }],
      reply: {},
    })
    expect(template.properties.find(({ id }) => id === 'query')).toMatchObject({
      feel: 'required',
      constraints: { notEmpty: true },
      binding: { type: 'zeebe:input', name: 'query' },
    })
    expect(faultsOf(template)).toEqual([])
  })

  test('is known from the drawing where the bus cannot be asked', async () => {
    const drawing = await given(getPerson().template, { 'query.nationalId': '=nationalId' })
    const step = drawing.element('step')
    const known = templateFromDrawing(drawing.read(), step)
    if (known === undefined) throw new Error('Expected a template')
    expect(answersOf(drawing.read(), step, known.template)).toMatchObject({
      'query.nationalId': '=nationalId',
      output: 'person',
    })
  })

  test.each([
    ['PS/GOV/MOI/civil-registry/getPerson/v1', 'person'],
    ['PS/GOV/MTIT/post/listOffices/v1', 'offices'],
    ['PS/GOV/X/y/getaway', 'getaway'],
    ['PS/GOV/X/y/2fa', 'answer'],
  ])('%s answers a variable %s', (service, name) => expect(variableFor(service)).toBe(name))
})
