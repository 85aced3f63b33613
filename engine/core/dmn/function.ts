/**
 * A calculation others can call with arguments: a boxed function, and the inside of a business knowledge model.
 *
 * Its body sees its parameters and the place where it is written, never the place that calls it. A `typeRef` on a
 * function is the type of its result, as modellers write it.
 */
import type { FunctionDefinition } from 'dmn-moddle'
import { Failure } from '../feel/failure.ts'
import { FeelFunction, type FeelScope, type FeelValue } from '../feel/feel.ts'
import { normalName } from '../feel/parse/character.ts'
import type { Boxed, Site } from './boxed.ts'
import { within } from './finding.ts'
import { LocalScope } from './local.ts'
import type { DecisionRun } from './run.ts'
import type { Type } from './type.ts'
import { checked, prefixed } from './typed.ts'

interface Parameter {
  readonly name: string
  readonly type: Type | undefined
}

/** How much of the meter's stack one call takes; tables and contexts inside cost more of the machine's than an expression. */
const LEVELS = 12

export function compileFunction(node: FunctionDefinition, site: Site): Boxed {
  const { findings, types } = site.reading
  if (node.kind !== undefined && node.kind !== 'FEEL')
    findings.add('unsupported', site.place, `a function of kind ${node.kind}`)
  const parameters = (node.formalParameter ?? []).map((parameter): Parameter => {
    if (parameter.name === undefined) findings.add('missing', site.place, 'the name of a parameter')
    return { name: normalName(parameter.name ?? ''), type: types.resolve(parameter.typeRef, site.place) }
  })
  const names = parameters.map((parameter) => parameter.name)
  for (const name of names.filter((one, at) => names.indexOf(one) !== at)) findings.add('ambiguous', site.place, name)
  const place = within(site.place, node.body?.id, 'function body', 'جسم الدالة')
  const inner = site.reading.boxed(
    node.body,
    { ...site, place, names: site.names.within(names) },
    'the body of the function',
  )
  const result = node.typeRef === 'function' ? undefined : types.resolve(node.typeRef, site.place)
  const body = checked(inner, result, 'result')
  return { evaluate: (scope, run) => functionOf(site.owner, parameters, body, scope, run) }
}

function functionOf(
  name: string,
  parameters: readonly Parameter[],
  body: Boxed,
  scope: FeelScope,
  run: DecisionRun,
): FeelFunction {
  const names = parameters.map((parameter) => parameter.name)
  return new FeelFunction(name, names, (args, meter) => {
    const here = run.at(meter)
    const local = new LocalScope(scope, scope)
    if (args.length !== parameters.length)
      throw new Failure(
        'type',
        `Expected ${String(parameters.length)} arguments of ${name}, but found ${String(args.length)}`,
      )
    meter.charge(1)
    meter.enter(LEVELS)
    try {
      for (const [index, parameter] of parameters.entries())
        local.set(parameter.name, argument(parameter, args[index] ?? null, here))
      return body.evaluate(local, here)
    } catch (failure) {
      throw prefixed(failure, name)
    } finally {
      meter.leave(LEVELS)
    }
  })
}

function argument(parameter: Parameter, value: FeelValue, run: DecisionRun): FeelValue {
  if (parameter.type === undefined) return value
  try {
    return parameter.type.conform(value, run, false)
  } catch (failure) {
    throw prefixed(failure, `parameter "${parameter.name}"`)
  }
}
