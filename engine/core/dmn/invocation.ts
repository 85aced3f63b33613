/** A call of a knowledge model drawn as a box: which function, and what each of its parameters gets. */
import type { Invocation } from 'dmn-moddle'
import { expected } from '../feel/expected.ts'
import { Failure } from '../feel/failure.ts'
import { FeelFunction, type FeelScope, type FeelValue } from '../feel/feel.ts'
import { normalName } from '../feel/parse/character.ts'
import type { Boxed, Site } from './boxed.ts'
import { within } from './finding.ts'
import type { DecisionRun } from './run.ts'
import { checked } from './typed.ts'

type Arguments = ReadonlyMap<string, Boxed>

export function compileInvocation(node: Invocation, site: Site): Boxed {
  const { findings } = site.reading
  const called = site.reading.boxed(node.calledFunction, site, 'the function to call')
  const bound = new Map<string, Boxed>()
  for (const binding of node.binding ?? []) {
    const name = normalName(binding.parameter?.name ?? '')
    const place = within(site.place, binding.bindingFormula?.id, `parameter "${name}"`, `المعامل «${name}»`)
    if (name === '') findings.add('missing', place, 'the name of a parameter')
    if (bound.has(name)) findings.add('parameters', place, `"${name}" is bound twice`)
    const inner = { ...site, place, owner: `${site.owner}/${name}` }
    const value = site.reading.boxed(binding.bindingFormula, inner, 'the value of the parameter')
    bound.set(name, checked(value, site.reading.types.resolve(binding.parameter?.typeRef, place), name))
  }
  checkParameters(node, bound, site)
  return { evaluate: (scope, run) => call(called.evaluate(scope, run), bound, scope, run) }
}

/** Of a model of the file the parameters are known beforehand. */
function checkParameters(node: Invocation, bound: Arguments, site: Site): void {
  const name =
    node.calledFunction?.$type === 'dmn:LiteralExpression' ? normalName(node.calledFunction.text ?? '') : undefined
  const wanted = name === undefined ? undefined : site.reading.parameters.get(name)
  if (wanted === undefined) return
  for (const missing of wanted.filter((parameter) => !bound.has(parameter)))
    site.reading.findings.add('parameters', site.place, `"${missing}" is not bound`)
  for (const stranger of [...bound.keys()].filter((parameter) => !wanted.includes(parameter)))
    site.reading.findings.add('parameters', site.place, `${name ?? ''} has no "${stranger}"`)
}

function call(called: FeelValue, bound: Arguments, scope: FeelScope, run: DecisionRun): FeelValue {
  if (!(called instanceof FeelFunction)) throw expected('a function to call', called)
  const given = called.params.map((name) => bound.get(name))
  const strangers = [...bound.keys()].filter((name) => !called.params.includes(name))
  if (strangers.length > 0 || given.includes(undefined)) {
    const wanted = called.params.map((name) => `"${name}"`).join(', ')
    const found = [...bound.keys()].map((name) => `"${name}"`).join(', ')
    throw new Failure('type', `Expected the parameters ${wanted} of ${called.name}, but found ${found}`)
  }
  return called.call(
    given.map((box) => box?.evaluate(scope, run) ?? null),
    run.meter,
  )
}
