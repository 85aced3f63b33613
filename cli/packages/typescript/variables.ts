/**
 * What each variable of a package's procedures may hold, as far as the package says: answers of its forms, constants, and what is made of them
 * by naming a part of them. Everything else is `unknown`, for a program to look at before it believes it.
 */
import type { CheckedPackage } from '../../../engine/core/package/checked.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import { singleTriggers, type Element, type Expression, type Mapping } from '../../../engine/core/program.ts'
import { constantsOf } from '../../../engine/core/workflow.ts'
import { scopeOf } from '../../../engine/core/feel/feel.ts'
import { unionOf } from './constant.ts'

/** What a variable is set to somewhere: a type that is known, or an expression over other variables. */
type Origin =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'expression'; readonly of: Expression }

export interface VariableTypes {
  /** By name, in the order of the alphabet. */
  readonly all: ReadonlyMap<string, string>
  typeOf(expression: Expression): string
}

const UNKNOWN: Origin = { kind: 'type', type: 'unknown' }
const TEXT: Origin = { kind: 'type', type: 'string' }
const PATH = /^[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*$/u

export const APPLICATION = `{
  reference: string
  agency: string
  channel: 'portal' | 'counter' | 'api' | 'mission'
  submittedAt: string
  applicant: { id: string; nationalId: string | null } | null
}`

export function variableTypes(checked: CheckedPackage): VariableTypes {
  const origins = originsIn(checked)
  const known = new Map<string, string>()
  const all = new Map([...origins.keys()].sort().map((name) => [name, ofName(name, [])]))
  return { all, typeOf: (expression) => ofExpression(expression, []) }

  /** @param asking names whose type is being found: one that leads back to itself is not known */
  function ofName(name: string, asking: readonly string[]): string {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = origins.get(name)
    if (found === undefined || asking.includes(name)) return 'unknown'
    const type = unionOf(
      found.map((origin) => (origin.kind === 'type' ? origin.type : ofExpression(origin.of, [...asking, name]))),
    )
    if (asking.length === 0) known.set(name, type)
    return type
  }

  function ofExpression(expression: Expression, asking: readonly string[]): string {
    if (expression.names.length === 0) return ofConstant(expression)
    if (!PATH.test(expression.source)) return 'unknown'
    const [name = '', ...path] = expression.source.split('.').map((part) => part.trim())
    const type = ofName(name, asking)
    return type === 'unknown' || path.length === 0 ? type : `At<${type}, ${JSON.stringify(path)}>`
  }
}

function ofConstant(expression: Expression): string {
  if (expression.openNames.length > 0) return 'unknown'
  const result = expression.evaluate(scopeOf({}, 0, 'UTC'))
  if (!result.ok) return 'unknown'
  return ['string', 'number', 'boolean'].includes(typeof result.value) ? typeof result.value : 'unknown'
}

function originsIn({ workflow, programs, forms }: CheckedPackage): ReadonlyMap<string, readonly Origin[]> {
  const origins = new Map<string, Origin[]>()
  const add = (name: string | undefined, origin: Origin): void => {
    if (name !== undefined) origins.set(name, [...(origins.get(name) ?? []), origin])
  }
  const answers = (form: string | undefined): void => {
    const schema = form === undefined ? undefined : forms.get(form)?.schema
    for (const name of Object.keys((schema?.['properties'] ?? {}) as JsonObject))
      add(name, { kind: 'type', type: `At<Forms[${JSON.stringify(form)}], ${JSON.stringify([name])}>` })
  }
  add('application', { kind: 'type', type: 'Application' })
  for (const name of Object.keys(constantsOf(workflow)))
    add(name, { kind: 'type', type: `Constants[${JSON.stringify(name)}]` })
  for (const form of [workflow.start?.form, ...(workflow.start?.choices ?? []).map(({ form }) => form)]) answers(form)
  for (const program of programs.values())
    for (const element of program.elements) {
      for (const mapping of [...element.inputs, ...element.outputs, ...(element.locals ?? [])])
        add(mapping.target[0], originOf(mapping))
      if (element.kind === 'userTask') answers(element.task.form)
      for (const [name, origin] of resultsOf(element)) add(name, origin)
    }
  return origins
}

/** A part of a context that is written says nothing of the whole. */
const originOf = ({ source, target }: Mapping): Origin =>
  target.length === 1 ? { kind: 'expression', of: source } : UNKNOWN

function resultsOf(element: Element): readonly (readonly [string | undefined, Origin])[] {
  const { loop } = element
  const results: (readonly [string | undefined, Origin])[] = []
  if (loop?.kind === 'multiInstance')
    results.push([loop.inputElement, UNKNOWN], [loop.outputCollection, { kind: 'type', type: 'unknown[]' }])
  if (element.kind === 'scriptTask')
    results.push([element.resultVariable, { kind: 'expression', of: element.expression }])
  if (element.kind === 'businessRuleTask') results.push([element.resultVariable, UNKNOWN])
  if (element.kind === 'adHocSubProcess') results.push([element.outputCollection, { kind: 'type', type: 'unknown[]' }])
  for (const trigger of 'trigger' in element ? singleTriggers(element.trigger) : []) {
    if (trigger.kind === 'error') results.push([trigger.codeVariable, TEXT], [trigger.messageVariable, TEXT])
    if (trigger.kind === 'escalation') results.push([trigger.codeVariable, TEXT])
  }
  return results
}
