/** What an agency's own workers get and give, by job type: variables, headers, the result the drawing takes, and the errors it catches. */
import type { CheckedPackage } from '../../../engine/core/package/checked.ts'
import { singleTriggers, type Element, type JobDefinition, type Program } from '../../../engine/core/program.ts'
import { objectType, unionOf, type Property } from './constant.ts'
import type { VariableTypes } from './variables.ts'

/** The connectors of Masar itself. */
const OURS = 'masar:'

export function jobTypes({ programs }: CheckedPackage, variables: VariableTypes): string {
  const steps = [...programs.values()].flatMap((program) =>
    program.elements.flatMap((element) => {
      const type = typeOfJob(element)
      return type === undefined ? [] : [{ type, program, element }]
    }),
  )
  const types = [...new Set(steps.map(({ type }) => type))].sort()
  const lines = types.map((type) => {
    const those = steps.filter((step) => step.type === type)
    const each = (of: (step: (typeof those)[number]) => string): string => [...new Set(those.map(of))].join(' | ')
    return `  ${JSON.stringify(type)}: {
    variables: ${each(({ element }) => given(element, variables))}
    headers: ${each(({ element }) => headers(element))}
    result: ${each(({ element }) => result(element, variables))}
    errors: ${each(({ element, program }) => errors(element, program))}
  }\n`
  })
  return `{\n${lines.join('')}}`
}

function typeOfJob(element: Element): string | undefined {
  const type = definitionOf(element)?.type
  if (type === undefined || type.names.length > 0 || type.source.startsWith(OURS)) return undefined
  const literal = type.evaluate({ get: () => undefined, now: 0, timeZone: 'UTC' })
  return literal.ok && typeof literal.value === 'string' && !literal.value.startsWith(OURS) ? literal.value : undefined
}

function definitionOf(element: Element): JobDefinition | undefined {
  if (element.kind === 'serviceTask') return element.job
  if (element.kind === 'sendTask') return element.send.kind === 'job' ? element.send.job : undefined
  const thrown = element.kind === 'throwEvent' || element.kind === 'endEvent' ? element.throws : undefined
  return thrown?.kind === 'message' && thrown.send.kind === 'job' ? thrown.send.job : undefined
}

/** Without input mappings a worker sees all the step sees. */
function given({ inputs, loop }: Element, variables: VariableTypes): string {
  if (inputs.length === 0) return 'Variables'
  const item = loop?.kind === 'multiInstance' ? loop.inputElement : undefined
  const names = [...new Set([...inputs.map(({ target: [name = ''] }) => name), ...(item === undefined ? [] : [item])])]
  return objectType(
    names.map((key) => {
      const whole = inputs.filter(({ target: [name] }) => name === key)
      const last = whole.at(-1)
      const isWhole = last !== undefined && whole.every(({ target }) => target.length === 1)
      return { key, type: isWhole ? variables.typeOf(last.source) : 'unknown' }
    }),
  )
}

const headers = (element: Element): string =>
  objectType(Object.keys(element.headers).map((key) => ({ key, type: 'string' })))

/**
 * What the output mappings ask for and nobody else has set; without them whatever is given becomes variables. Names that are only
 * asked for with "get or else" or "is defined" may be left out.
 */
function result({ outputs, inputs }: Element, variables: VariableTypes): string {
  if (outputs.length === 0) return 'Partial<Variables> & Record<string, unknown>'
  const own = new Set([...inputs, ...outputs].map(({ target: [name = ''] }) => name))
  const asked = new Map<string, Property>()
  for (const { source } of outputs)
    for (const key of source.names) {
      if (own.has(key) || variables.all.has(key)) continue
      const optional = new RegExp(`(?:get or else|is defined)\\(\\s*${key}\\b`, 'u').test(source.source)
      asked.set(key, { key, type: 'unknown', optional: optional && asked.get(key)?.optional !== false })
    }
  return objectType([...asked.values()])
}

/** Codes that are caught around the step, from the inside out; any text where something catches all. */
function errors(element: Element, program: Program): string {
  const codes = new Set<string>()
  for (let at: Element | undefined = element; at !== undefined; at = program.elements[at.parent]) {
    const catching = [...at.boundaries, ...startsOf(at, program)].map((index) => program.elements[index])
    for (const one of catching)
      for (const trigger of one && 'trigger' in one ? singleTriggers(one.trigger) : []) {
        if (trigger.kind !== 'error') continue
        if (trigger.code === undefined) return 'string'
        codes.add(JSON.stringify(trigger.code))
      }
  }
  return codes.size === 0 ? 'never' : unionOf(codes)
}

const startsOf = ({ eventSubProcesses }: Element, program: Program): readonly number[] =>
  eventSubProcesses.flatMap((index) => {
    const inner = program.elements[index]
    return inner?.kind === 'eventSubProcess' ? [inner.start] : []
  })
