/** What the engine executes of a drawing, held against what an analyst can say of it in the panel. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PLACES } from '../../designer/procedure/properties/places.ts'
import { EVENT_TRIGGERS, EXTENSIONS, FLOW_NODES, MASAR_PROPERTIES } from '../../engine/core/bpmn/vocabulary.ts'
import { file, flow, process } from '../bpmn/drawing.ts'
import { entriesOf, subjectOf } from './answering.ts'
import { drawn, type Drawn } from './drawn.ts'

const ROOT = join(import.meta.dirname, '../..')
const sources = (...patterns: readonly string[]): readonly string[] =>
  globSync(patterns, { cwd: ROOT }).map((path) => readFileSync(join(ROOT, path), 'utf8'))

/** Names in the calls by which the engine reads a drawing: textOf(it, 'name'), it.get('name'), isSet(it, 'name') … */
const CALL =
  /\b(?:textOf|isSet|isWritten|childOf|childrenOf|extensionOf|bodyOf|itemOf|attribute|present)\([^'\n]*?'([\w:]+)'|\.get\('([\w:]+)'\)|\bbody\([^\n]*?'(\w+)', childOf/g

const NO_ATTRIBUTES = new Set(['always', 'allowed', 'never'])

const READ = new Set([
  ...sources('engine/core/bpmn/compile/**/*.ts', 'engine/core/bpmn/*.ts').flatMap((text) =>
    [...text.matchAll(CALL)].flatMap(([, one, other, third]) => one ?? other ?? third ?? []),
  ),
  ...Object.values(EXTENSIONS).flat(),
  ...Object.keys(MASAR_PROPERTIES),
])

const MULTI = (attributes: string): string => `<bpmn:multiInstanceLoopCharacteristics ${attributes}/>`
const zeebe = (inside: string): string => `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`
const own = (name: string, value: string): string =>
  zeebe(`<zeebe:properties><zeebe:property name="${name}" value="${value}"/></zeebe:properties>`)

const TAGS: Readonly<Record<string, string>> = {
  start: 'startEvent',
  subProcessStart: 'startEvent',
  eventSubProcessStart: 'startEvent',
  end: 'endEvent',
  catch: 'intermediateCatchEvent',
  throw: 'intermediateThrowEvent',
  boundary: 'boundaryEvent',
}
const tagOf = (type: string): string => type.charAt(5).toLowerCase() + type.slice(6)

const STEPS: readonly (readonly [tag: string, inside?: string, attributes?: string])[] = [
  ...Object.keys(FLOW_NODES).map((it) => [tagOf(it)] as const),
  ...Object.entries(EVENT_TRIGGERS).flatMap(([place, triggers]) =>
    triggers.filter((it) => it !== 'none').map((it) => [TAGS[place] ?? '', `<bpmn:${tagOf(it)} id="d"/>`] as const),
  ),
  ['startEvent', '<bpmn:messageEventDefinition id="d"/><bpmn:timerEventDefinition id="e"/>'],
  ['userTask', MULTI('')],
  ['userTask', MULTI('behavior="None"')],
  ['userTask', MULTI('behavior="Complex"')],
  ['userTask', '<bpmn:standardLoopCharacteristics/>'],
  ['userTask', own('masar:deadline', 'answer')],
  ['callActivity', zeebe('<zeebe:calledElement processId="helper" bindingType="versionTag"/>')],
  ['eventBasedGateway', '', 'instantiate="true"'],
]

/** Every field the panel has, as "group.entry". */
async function fields(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const add = (made: Drawn, id: string): void => {
    for (const name of entriesOf(subjectOf(made, id)).keys())
      // One for each arrow.
      found.add(name.replace(/^gateway\.condition\..*/, 'gateway.condition'))
  }
  for (const [tag, inside = '', attributes = ''] of STEPS)
    add(await drawn(file(process(`<bpmn:${tag} id="step" ${attributes}>${inside}</bpmn:${tag}>`))), 'step')
  const whole = await drawn(
    file(
      process(
        `<bpmn:laneSet id="lanes"><bpmn:lane id="lane"/></bpmn:laneSet><bpmn:exclusiveGateway id="choice"/><bpmn:endEvent id="end"/>${flow('f', 'choice', 'end')}${flow('g', 'choice', 'step')}
        <bpmn:task id="step"><bpmn:dataInputAssociation id="arrow"/></bpmn:task>`,
      ),
    ),
  )
  for (const id of ['lane', 'choice', 'f', 'main', 'arrow']) add(whole, id)
  return found
}

describe('everything the engine executes of a drawing', () => {
  test('is found in its source by this test', () => {
    expect(READ.size).toBeGreaterThan(80)
    for (const name of ['behavior', 'inputCollection', 'masar:deadline', 'isSequential']) expect(READ).toContain(name)
  })

  test('has a field in the panel, or a written reason why it has none', () => {
    expect([...READ].filter((it) => !NO_ATTRIBUTES.has(it) && !Object.hasOwn(PLACES, it)).sort()).toEqual([])
  })

  test('and nothing else is told of', () => {
    const all = sources('engine/core/bpmn/**/*.ts').join('\n')
    expect(Object.keys(PLACES).filter((it) => !READ.has(it) && !all.includes(`'${it}'`))).toEqual([])
  })

  test('has the fields that are told, each of them on some element', async () => {
    const all = await fields()
    const told = Object.values(PLACES).flatMap((place) => ('fields' in place ? place.fields : []))
    expect(told.filter((it) => !all.has(it))).toEqual([])
  })

  test('and no field of the panel writes what is not executed, beside what stands here', async () => {
    const told = new Set(Object.values(PLACES).flatMap((place) => ('fields' in place ? place.fields : [])))
    expect([...(await fields())].filter((it) => !told.has(it)).sort()).toEqual(BESIDE)
  })
})

/** Another way to the same, words for readers, doors to other pages. */
const BESIDE: readonly string[] = [
  'decision.openDecision',
  'error.newError',
  'escalation.newEscalation',
  'form.openForm',
  'message.newMessage',
  'notes.documentation',
  'notes.id',
  'repetition.new.escalation',
  'repetition.new.signal',
  'signal.newSignal',
]
