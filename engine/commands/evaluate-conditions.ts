/**
 * Asking which services begin: those whose conditional start event holds for what is the case now, each begins one
 * application with it. All conditions are evaluated first; one that fails is told, and then nothing begins. One that
 * speaks of what was not said does not hold. A service that is suspended begins nothing and hinders no other; asked for by
 * name, it says so.
 */
import { actorName, type Actor } from '../core/actor.ts'
import { defaultLimits, scopeOf, type FeelScope } from '../core/feel/feel.ts'
import { programParts, type AgencyId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { isPackageId } from '../core/ids.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { mayActFor } from '../core/policy/access.ts'
import { forbidden, invalid, isProblem, type Finding, type Problem } from '../core/problem.ts'
import type { StartCondition } from '../core/deployment.ts'
import { type ConditionDefinition, elementById, singleTriggers } from '../core/program.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarOfService } from '../transition.ts'
import { reservedIn } from './answers.ts'
import { SERVICE_SUSPENDED, type Started } from './create-instance.ts'
import { startByEvent } from './start-by-event.ts'
import { constantsOf } from '../core/workflow.ts'

export interface ConditionsRequest {
  readonly agency: AgencyId
  /** Only this service. */
  readonly packageId?: string
  readonly variables: JsonObject
  /** Sending the same key again finds the applications of the first time. */
  readonly idempotencyKey?: string
}

export interface Begun {
  readonly instances: readonly Started[]
}

/** FEEL steps of all conditions together. */
const ALLOWANCE = 5 * defaultLimits.steps

export async function evaluateConditions(
  deps: EngineDeps,
  actor: Actor,
  request: ConditionsRequest,
): Promise<Begun | Problem> {
  const refused = judge(actor, request)
  if (refused) return refused
  const { agency, packageId } = request
  const asked = await deps.store.deployments.startConditions({
    agency,
    ...(packageId === undefined ? {} : { packageId }),
  })
  const holding = await holdingOf(deps, asked, request.variables)
  if (isProblem(holding)) return holding
  const instances: Started[] = []
  for (const start of holding) {
    const started = await begin(deps, actor, start, request)
    if (isProblem(started) && (packageId !== undefined || started.code !== SERVICE_SUSPENDED)) return started
    if (started !== undefined && !isProblem(started)) instances.push(started)
  }
  return { instances }
}

function judge(actor: Actor, { agency, packageId, variables }: ConditionsRequest): Problem | undefined {
  if (!mayActFor(actor, agency))
    return forbidden('condition.agency', `Expected to ask the services of your own agency, but found ${agency}`)
  if (packageId !== undefined && !isPackageId(packageId))
    return invalid('condition.package', 'Expected the id of a package, such as "moj.record"')
  return reservedIn(Object.keys(variables))
}

async function holdingOf(
  deps: EngineDeps,
  asked: readonly StartCondition[],
  variables: JsonObject,
): Promise<readonly StartCondition[] | Problem> {
  const findings: Finding[] = []
  const holding: StartCondition[] = []
  let left = ALLOWANCE
  for (const start of asked) {
    const found = await deps.definitions.packageOf(start.program)
    const definition = found && definitionOf(found, start)
    if (!found || !definition) throw new Error(`Expected the condition of ${start.element} in ${start.program}`)
    if (!concerns(definition, variables)) continue
    const budget = {
      steps: Math.max(0, Math.min(left, defaultLimits.steps)),
      spent: (steps: number) => void (left -= steps),
    }
    const result = definition.condition.evaluate(await scopeFor(deps, found, variables), budget)
    if (!result.ok && result.code === 'unknown-name') continue
    if (result.ok && typeof result.value === 'boolean') {
      if (result.value) holding.push(start)
    } else findings.push(failure(start, definition, result.ok ? NEITHER : { en: result.reason, ar: result.reason }))
  }
  const [first] = findings
  return first === undefined
    ? holding
    : invalid(
        'condition.failed',
        `Expected every condition to be true or false, but ${findings.length} cannot be evaluated, so nothing was begun: ${first.message}`,
        findings,
      )
}

function definitionOf(found: CheckedPackage, { program, element }: StartCondition): ConditionDefinition | undefined {
  const { processId } = programParts(program)
  const there = found.programs.get(processId)
  const event = there && elementById(there, element)
  const triggers = event?.kind === 'startEvent' ? singleTriggers(event.trigger) : []
  return triggers.flatMap((it) => (it.kind === 'conditional' ? [it.condition] : []))[0]
}

/** A filter asks only about what was said now. */
const concerns = ({ variables: names }: ConditionDefinition, variables: JsonObject): boolean =>
  names === undefined || names.some((name) => Object.hasOwn(variables, name))

async function scopeFor(deps: EngineDeps, found: CheckedPackage, variables: JsonObject): Promise<FeelScope> {
  const calendar = await calendarOfService(deps, found, found.workflow.agency)
  return scopeOf({ ...variables, ...constantsOf(found.workflow) }, deps.clock.now(), calendar.timeZone, calendar)
}

const NEITHER: Text = { en: 'it is neither true nor false', ar: 'ليست صوابًا ولا خطأ' }

function failure({ program, element }: StartCondition, { condition }: ConditionDefinition, reason: Text): Finding {
  const source = condition.source.slice(0, 200)
  return {
    rule: 'condition/failed',
    severity: 'error',
    file: program,
    place: element,
    message: `Expected the condition of ${element} in ${program} to be true or false, but "${source}": ${reason.en}`,
    messageAr: `يجب أن تكون قيمة شرط ${element} في ${program} صوابًا أو خطأ، لكن "${source}": ${reason.ar}`,
    remedy: 'Give the variables it asks for with values of the right kind, or correct the condition',
    remedyAr: 'أعطِ المتغيرات التي يسأل عنها بقيم من النوع الصحيح، أو صحّح الشرط',
  }
}

const begin = (
  deps: EngineDeps,
  actor: Actor,
  { program, element }: StartCondition,
  { variables, idempotencyKey }: ConditionsRequest,
): Promise<Started | Problem | undefined> =>
  startByEvent(deps, actor, {
    program,
    element,
    part: 'conditional',
    variables,
    changes: [],
    ...(idempotencyKey === undefined
      ? {}
      : { idempotencyKey: `${actorName(actor)} ${idempotencyKey} ${programParts(program).packageId}#${element}` }),
  })
