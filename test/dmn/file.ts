/** Decision files for the tests, written as short as they are thought. */
import { readDmn } from '../../engine/core/dmn/read.ts'
import type { Decision, DecisionResult } from '../../engine/core/dmn/decision.ts'
import { scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import type { Finding } from '../../engine/core/problem.ts'

export interface TableOptions {
  readonly id?: string
  readonly name?: string
  readonly hit?: string
  readonly aggregation?: string
  /** "expression" or "expression : type" or "expression : type : allowed values". */
  readonly inputs: readonly string[]
  /** "name" or "name : type" or "name : type : values" or "name : type : values : default". */
  readonly outputs: readonly string[]
  /** "test | test | answer | answer". */
  readonly rules: readonly string[]
  /** Requirements as arrows: "i1" is input data, "d1" a decision, "b1" a knowledge model. */
  readonly needs?: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const text = (content: string): string => `<text>${escaped(content)}</text>`
const fields = (line: string, mark: string): readonly string[] => line.split(mark).map((part) => part.trim())
const attribute = (name: string, value: string | undefined): string => (value ? ` ${name}="${escaped(value)}"` : '')

export function definitions(...elements: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="urn:test">${elements.join('\n')}</definitions>`
}

export function tableLogic(options: TableOptions): string {
  const inputs = options.inputs.map((line) => {
    const [expression = '', type, values] = fields(line, ' : ')
    const allowed = values ? `<inputValues>${text(values)}</inputValues>` : ''
    return `<input><inputExpression${attribute('typeRef', type)}>${text(expression)}</inputExpression>${allowed}</input>`
  })
  const outputs = options.outputs.map((line) => {
    const [name, type, values, fallback] = fields(line, ' : ')
    const allowed = values ? `<outputValues>${text(values)}</outputValues>` : ''
    const otherwise = fallback ? `<defaultOutputEntry>${text(fallback)}</defaultOutputEntry>` : ''
    return `<output${attribute('name', name)}${attribute('typeRef', type)}>${allowed}${otherwise}</output>`
  })
  const rules = options.rules.map((line, number) => {
    const cells = fields(line, '|').map((cell, column) =>
      column < options.inputs.length
        ? `<inputEntry>${text(cell)}</inputEntry>`
        : `<outputEntry>${text(cell)}</outputEntry>`,
    )
    return `<rule id="${options.id ?? 'd'}_rule_${String(number + 1)}">${cells.join('')}</rule>`
  })
  return `<decisionTable${attribute('hitPolicy', options.hit)}${attribute('aggregation', options.aggregation)}>${[...inputs, ...outputs, ...rules].join('')}</decisionTable>`
}

export const table = (options: TableOptions): string =>
  decision(options.id ?? 'd', tableLogic(options), options.needs ?? '', options.name)

export function decision(id: string, logic: string, needs = '', name: string = id, type?: string): string {
  const variable = type === undefined ? '' : `<variable name="${escaped(name)}" typeRef="${type}"/>`
  return `<decision id="${id}" name="${escaped(name)}">${variable}${arrows(needs)}${logic}</decision>`
}

function arrows(needs: string): string {
  const ids = needs === '' ? [] : needs.split(' ')
  const information = ids
    .filter((id) => !id.startsWith('b'))
    .map((id) => {
      const kind = id.startsWith('i') ? 'requiredInput' : 'requiredDecision'
      return `<informationRequirement><${kind} href="#${id}"/></informationRequirement>`
    })
  const knowledge = ids
    .filter((id) => id.startsWith('b'))
    .map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`)
  return [...information, ...knowledge].join('')
}

export const input = (id: string, name: string, type?: string): string =>
  `<inputData id="${id}" name="${escaped(name)}"><variable name="${escaped(name)}"${attribute('typeRef', type)}/></inputData>`

/** @param parameters "name" or "name : type" */
export const model = (id: string, name: string, parameters: readonly string[], body: string, needs = ''): string =>
  `<businessKnowledgeModel id="${id}" name="${escaped(name)}"><encapsulatedLogic>${parametersOf(parameters)}${body}</encapsulatedLogic>${arrows(needs)}</businessKnowledgeModel>`

export const parametersOf = (parameters: readonly string[]): string =>
  parameters
    .map((line) => {
      const [name, type] = fields(line, ' : ')
      return `<formalParameter${attribute('name', name)}${attribute('typeRef', type)}/>`
    })
    .join('')

export const literal = (expression: string, type?: string): string =>
  `<literalExpression${attribute('typeRef', type)}>${text(expression)}</literalExpression>`

export async function read(...elements: readonly string[]): Promise<ReadonlyMap<string, Decision>> {
  const result = await readDmn('rules.dmn', definitions(...elements))
  if (!result.ok) throw new Error(result.findings.map((finding) => finding.message).join('\n'))
  return new Map(result.decisions.map((one) => [one.id, one]))
}

export async function findingsOf(...elements: readonly string[]): Promise<readonly Finding[]> {
  const result = await readDmn('rules.dmn', definitions(...elements))
  return result.ok ? [] : result.findings
}

export const NOON = Date.UTC(2026, 10, 23, 10)

export function ask(
  decisions: ReadonlyMap<string, Decision>,
  id: string,
  variables: Readonly<Record<string, unknown>>,
): DecisionResult {
  const found = decisions.get(id)
  if (found === undefined) throw new Error(`No decision ${id}`)
  return found.evaluate(scopeOf(variables, NOON, 'Asia/Hebron'))
}

/** The answer as JSON; throws the reason where there is none. */
export function answer(
  decisions: ReadonlyMap<string, Decision>,
  id: string,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const result = ask(decisions, id, variables)
  if (!result.ok) throw new Error(result.reason)
  return toJson(result.value)
}

/** The rules that fired in the last decision taken. */
export function fired(
  decisions: ReadonlyMap<string, Decision>,
  id: string,
  variables: Readonly<Record<string, unknown>>,
): readonly number[] {
  const result = ask(decisions, id, variables)
  if (!result.ok) throw new Error(result.reason)
  return result.trace.at(-1)?.rules ?? []
}
