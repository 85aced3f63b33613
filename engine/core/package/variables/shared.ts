/** What a procedure of a shared package leaves with who calls it. */
import type { Element, Program } from '../../program.ts'
import type { CheckedPackage } from '../checked.ts'
import type { Form } from '../form.ts'
import { connectorResult, failureOf } from './connector-results.ts'
import { fixed, type Given, type Scope } from './given.ts'
import { answersOf } from './json-types.ts'
import { ANY, TEXT, type Origin, type VariableType } from './variable.ts'

type Shared = ReadonlyMap<string, CheckedPackage | undefined>
type Forms = ReadonlyMap<string, Form>

const OPEN: Scope = { given: [], isOpen: true }

export function givenByShared(processId: string | undefined, shared: Shared, forms: Forms): Scope {
  for (const found of shared.values()) {
    const program = found?.programs.get(processId ?? '')
    if (found && program) return givenByProgram(program, shared, new Map([...forms, ...found.forms]), new Set())
  }
  return OPEN
}

function givenByProgram(program: Program, shared: Shared, forms: Forms, open: Set<string>): Scope {
  if (open.has(program.processId)) return { given: [], isOpen: false }
  open.add(program.processId)
  const parts = program.elements.map((it) => givenByElement(it, shared, forms, open))
  return { given: parts.flatMap((it) => it.given), isOpen: parts.some((it) => it.isOpen) }
}

function givenByElement(element: Element, shared: Shared, forms: Forms, open: Set<string>): Scope {
  const origin: Origin = { kind: 'result', element: element.id }
  const named = (names: readonly (string | undefined)[], type: VariableType = ANY): readonly Given[] =>
    names.flatMap((name) => (name === undefined ? [] : [fixed({ name, type, origin })]))
  const targets = element.outputs.map(({ target }) => target[0])
  const isThrowing = element.kind === 'endEvent' || element.kind === 'throwEvent'
  const own = ownOf(element, origin, named, { shared, forms, open })
  const codes = Object.entries(element.properties).flatMap(([key, name]) =>
    /^masar:.*Variable$/.test(key) ? [name] : [],
  )
  const { loop } = element
  return {
    given: [
      ...named(targets),
      ...named(isThrowing ? element.inputs.map(({ target }) => target[0]) : []),
      ...named(codes, TEXT),
      ...named(loop?.kind === 'multiInstance' ? [loop.outputCollection] : []),
      ...own.given,
    ],
    isOpen: own.isOpen && targets.length === 0,
  }
}

interface Around {
  readonly shared: Shared
  readonly forms: Forms
  readonly open: Set<string>
}

function ownOf(
  element: Element,
  origin: Origin,
  named: (names: readonly (string | undefined)[]) => readonly Given[],
  { shared, forms, open }: Around,
): Scope {
  if (element.kind === 'scriptTask' || element.kind === 'businessRuleTask')
    return { given: named([element.resultVariable]), isOpen: false }
  if (element.kind === 'userTask') {
    const form = forms.get(element.task.form ?? '')
    const answers = form && answersOf(form.schema, form.texts, { kind: 'form', form: form.id, element: element.id })
    return answers ? { given: answers.map(fixed), isOpen: false } : OPEN
  }
  if (element.kind === 'serviceTask') {
    const type = element.job.type.source
    const result = connectorResult(type, new Map(Object.entries(element.headers)), origin)
    if (!result) return OPEN
    return { given: named([result.name, failureOf(type, origin)?.name]), isOpen: false }
  }
  if (element.kind === 'callActivity') {
    for (const found of shared.values())
      for (const program of found?.programs.values() ?? [])
        if (program.key === element.called) return givenByProgram(program, shared, forms, open)
    return element.outputs.length > 0 || !element.propagateAllChildVariables ? { given: [], isOpen: false } : OPEN
  }
  return { given: [], isOpen: bringsAnything(element) }
}

function bringsAnything(element: Element): boolean {
  if (element.kind === 'receiveTask') return true
  if (!('trigger' in element) || !element.trigger) return false
  return ['message', 'signal', 'multiple'].includes(element.trigger.kind)
}
