import { beforeAll, describe, expect, test } from 'vitest'
import { compileProgram } from '../../engine/core/bpmn/compile/compile.ts'
import type { Links } from '../../engine/core/bpmn/links.ts'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import type { Decision } from '../../engine/core/dmn/decision.ts'
import { scopeOf } from '../../engine/core/feel/feel.ts'
import {
  elementById,
  type Element,
  type ElementKind,
  type ElementOf,
  type Expression,
  type Program,
} from '../../engine/core/program.ts'
import { errorsOf, NO_LINKS } from './drawing.ts'
import { richXml } from './rich.ts'

const fee: Decision = {
  id: 'fee',
  name: 'Fee',
  inputs: [],
  columns: [],
  evaluate: () => ({ ok: true, value: 25, trace: [] }),
}
const links: Links = {
  ...NO_LINKS,
  processes: new Map(['main', 'helper'].map((it) => [it, { key: NO_LINKS.key(it), begins: true, choices: [] }])),
  forms: new Set(['review']),
  decisions: new Map([['fee', fee]]),
  roles: new Set(['clerks', 'supervisors']),
  services: new Set(['PS/GOV/MOI/civil-registry/getPerson']),
}

let program: Program

beforeAll(async () => {
  const read = await readBpmn('rich.bpmn', richXml)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  program = compileProgram(read.diagram, 'main', links)
})

function at(id: string): Element {
  const element = elementById(program, id)
  if (!element) throw new Error(`No element ${id}`)
  return element
}

function as<K extends ElementKind>(kind: K, id: string): ElementOf<K> {
  const element = at(id)
  if (element.kind !== kind) throw new Error(`Expected ${id} to be a ${kind}, but it is a ${element.kind}`)
  return element as ElementOf<K>
}

const valueOf = (expression: Expression | undefined, variables: Readonly<Record<string, unknown>> = {}): unknown => {
  const result = expression?.evaluate(scopeOf(variables, 0, 'UTC'))
  return result?.ok === true ? result.value : result
}

const flowIds = (indexes: readonly number[]) => indexes.map((it) => program.flows[it]?.id)

test('a drawing with every kind of element passes all rules', async () => {
  expect(await errorsOf(richXml, links)).toEqual([])
})

test('elements and flows stand in the order of the file, the process first', () => {
  expect(program.key).toBe('test.package@1.0.0/main')
  expect(program.name).toBe('خدمة')
  expect(program.elements.map((it) => it.index)).toEqual(program.elements.map((_, index) => index))
  expect(program.elements[0]).toMatchObject({ id: 'main', kind: 'process', parent: -1 })
  expect(program.elements.map((it) => `${it.id}:${it.kind}`)).toEqual([
    'main:process',
    'start:startEvent',
    'by_message:startEvent',
    'by_timer:startEvent',
    'split:exclusiveGateway',
    'review:userTask',
    'late:boundaryEvent',
    'withdrawn:boundaryEvent',
    'confirm:userTask',
    'lookup:serviceTask',
    'not_found:boundaryEvent',
    'any_error:boundaryEvent',
    'compute:scriptTask',
    'rule:businessRuleTask',
    'rule_job:serviceTask',
    'send:sendTask',
    'receive:receiveTask',
    'manual:manualTask',
    'abstract:manualTask',
    'fork:parallelGateway',
    'some:inclusiveGateway',
    'first:eventBasedGateway',
    'paid:catchEvent',
    'waited:catchEvent',
    'milestone:throwEvent',
    'tell:throwEvent',
    'each:subProcess',
    'each_start:startEvent',
    'each_end:endEvent',
    'call:callActivity',
    'revoked:eventSubProcess',
    'revoke:eventStart',
    'revoked_end:endEvent',
    'done:endEvent',
    'stop:endEvent',
    'told:endEvent',
  ])
  for (const flow of program.flows) {
    expect(program.elements[flow.from]?.outgoing).toContain(flow.index)
    expect(program.elements[flow.to]?.incoming).toContain(flow.index)
  }
})

describe('what stands on an element:', () => {
  test('a user task has its form, people, dates, priority, four eyes and mappings in order', () => {
    const { task, inputs, outputs, properties, boundaries } = as('userTask', 'review')
    expect(task.form).toBe('review')
    expect(task.fourEyes).toEqual(['confirm'])
    expect(valueOf(task.assignee, { clerk: 'rana' })).toBe('rana')
    expect(valueOf(task.candidateGroups)).toBe('clerks, supervisors')
    expect(valueOf(task.dueDate)).toBe('P3WD')
    expect(valueOf(task.priority)).toBe('70')
    expect(task.followUpDate?.source).toBe('now()')
    expect(inputs.map((it) => it.target)).toEqual([['fee', 'amount'], ['kind']])
    expect(valueOf(inputs[0]?.source, { amount: 21 })).toBe(42)
    expect(valueOf(inputs[1]?.source)).toBe('plain')
    expect(outputs.map((it) => [it.source.source, it.target])).toEqual([['decision', ['decision']]])
    expect(properties).toEqual({ 'masar:fourEyes': 'confirm', note: 'x' })
    expect(boundaries).toEqual([program.byId.get('late'), program.byId.get('withdrawn')])
    expect(Object.keys(as('userTask', 'confirm').task).sort()).toEqual(['candidateGroups', 'fourEyes'])
  })

  test('a gateway knows its default flow and its conditions', () => {
    expect(flowIds(as('exclusiveGateway', 'split').outgoing)).toEqual(['to_review', 'to_service'])
    expect(flowIds([as('exclusiveGateway', 'split').defaultFlow ?? -1])).toEqual(['to_service'])
    const [review, service] = as('exclusiveGateway', 'split').outgoing.map((it) => program.flows[it])
    expect(valueOf(review?.condition, { amount: 101 })).toBe(true)
    expect(service?.condition).toBeUndefined()
    expect(as('inclusiveGateway', 'some').defaultFlow).toBeUndefined()
  })

  test('a service task has its job, headers and attempts; a rule task with a job is one too', () => {
    const { job, headers } = as('serviceTask', 'lookup')
    expect([valueOf(job.type), valueOf(job.retries), headers]).toEqual(['masar:databus', '5', { operation: 'get' }])
    expect(valueOf(as('serviceTask', 'rule_job').job.retries)).toBe('3')
  })

  test('events carry their triggers', () => {
    const { trigger } = as('startEvent', 'by_message')
    expect(trigger?.kind === 'message' && valueOf(trigger.message.name)).toBe('application.received')
    expect(as('startEvent', 'by_timer').trigger).toMatchObject({ kind: 'timer', timer: { kind: 'cycle' } })
    expect(as('catchEvent', 'waited').trigger).toMatchObject({ kind: 'timer', timer: { kind: 'duration' } })
    expect(as('catchEvent', 'paid').trigger).toMatchObject({ message: { correlationKey: { source: 'reference' } } })
    expect(as('boundaryEvent', 'late')).toMatchObject({
      attachedTo: program.byId.get('review'),
      interrupting: false,
      trigger: { kind: 'timer' },
    })
    expect(as('boundaryEvent', 'withdrawn')).toMatchObject({ interrupting: true, trigger: { kind: 'message' } })
    expect(as('boundaryEvent', 'not_found').trigger).toEqual({ kind: 'error', code: 'NOT_FOUND' })
    expect(as('boundaryEvent', 'any_error').trigger).toEqual({ kind: 'error', codeVariable: 'code' })
    expect(as('endEvent', 'each_end').throws).toEqual({ kind: 'error', code: 'NOT_FOUND' })
    expect(as('eventStart', 'revoke')).toMatchObject({ interrupting: false, trigger: { kind: 'message' } })
  })

  test('messages are published by extension or by properties, or sent by a worker', () => {
    const { send } = as('sendTask', 'send')
    if (send.kind !== 'publish') throw new Error('Expected a published message')
    expect([valueOf(send.name), send.correlationKey.source, valueOf(send.messageId), valueOf(send.timeToLive)]).toEqual(
      ['payment.done', 'reference', 'once', 'PT2H'],
    )
    expect(as('throwEvent', 'tell').throws).toMatchObject({
      send: { kind: 'publish', correlationKey: { source: 'reference' } },
    })
    expect(as('endEvent', 'told').throws).toMatchObject({ send: { kind: 'job', job: { type: { source: 'mail' } } } })
  })

  test('scripts, decisions and calls name where their result goes and what they call', () => {
    expect(as('scriptTask', 'compute')).toMatchObject({ resultVariable: 'two' })
    expect(valueOf(as('scriptTask', 'compute').expression)).toBe(2)
    expect(as('businessRuleTask', 'rule')).toMatchObject({ decisionId: 'fee', resultVariable: 'fee' })
    expect(program.decisions.get('fee')).toBe(fee)
    expect(as('callActivity', 'call')).toMatchObject({
      called: 'test.package@1.0.0/helper',
      propagateAllParentVariables: true,
      propagateAllChildVariables: false,
    })
  })

  test('scopes hold their steps, event subprocesses and loops', () => {
    expect(as('process', 'main').eventSubProcesses).toEqual([program.byId.get('revoked')])
    expect(as('eventSubProcess', 'revoked').start).toBe(program.byId.get('revoke'))
    expect(at('each_start').parent).toBe(program.byId.get('each'))
    const { loop } = as('subProcess', 'each')
    if (loop?.kind !== 'multiInstance') throw new Error('Expected a multi-instance subprocess')
    expect(loop).toMatchObject({ sequential: true, inputElement: 'founder', outputCollection: 'checks' })
    expect(valueOf(loop.completionCondition, { numberOfCompletedInstances: 2 })).toBe(true)
  })
})
