/**
 * A running application goes over to another version of its procedure: planned first, then done, or refused whole.
 *
 * The plan says where each element instance will stand and what stands against it. Only when nothing does are elements,
 * tokens and completers given their new names; then everything open is renewed where the other version says otherwise.
 * Ids stay, so what was sent out finds its way back.
 */
import { PROCESS } from '../../../core/instance.ts'
import { type Finding, type Problem, conflict, notFound } from '../../../core/problem.ts'
import type { Program } from '../../../core/program.ts'
import { completedOf } from '../migration/completed.ts'
import { completersOf } from '../migration/completers.ts'
import { movedTokens } from '../migration/tokens.ts'
import { type Place, type Plan, planOf } from '../migration/plan.ts'
import { type Renewal, unfit } from '../migration/renewal.ts'
import { catches } from '../migration/renewals/catches.ts'
import { items } from '../migration/renewals/items.ts'
import { work } from '../migration/renewals/work.ts'
import { refusals } from '../migration/rules/table.ts'
import { type Run, elementNamed } from '../run.ts'
import { joinedIn } from '../tokens/flows.ts'
import type { CommandOf, Handler } from './command.ts'

export const migrate: Handler<'migrate'> = (run, command) => {
  const { draft, ctx } = run
  const target = ctx.library.program(command.to)
  if (!target)
    return notFound(
      'program.unknown',
      `Expected a deployed process ${command.to}, but there is none; deploy its package`,
    )
  if (draft.program === target.key)
    return conflict(
      'migration.there',
      `Expected another version than that of ${draft.id}, but it is ${target.key} already`,
    )
  if (draft.executor !== undefined)
    return conflict(
      'migration.executor',
      `Expected an application that the kernel runs, but ${draft.executor} runs ${draft.id} and keeps its own account of where it stands; let it end on its version`,
    )
  const plan = planOf(draft, target, command.migration, command.busy, ctx)
  const against = refusals(plan, ctx.library)
  if (against.length > 0) return refused(run, target, against)
  rename(run, target, plan)
  const unfitting = renew(run, plan, command)
  if (unfitting.length > 0) return refused(run, target, unfitting)
  for (const { id, stays } of plan.places) if (!stays) joinedIn(run, id)
  return undefined
}

const refused = ({ draft }: Run, target: Program, findings: readonly Finding[]): Problem =>
  conflict(
    'migration.refused',
    `Expected ${draft.id} to find its place in ${target.key}, but ${findings.length} ${findings.length === 1 ? 'thing stands' : 'things stand'} against it: ${findings[0]?.message}; nothing was changed`,
    findings,
  )

function rename(run: Run, target: Program, plan: Plan): void {
  const { kept } = completersOf(plan, run.ctx.library)
  run.emit({ kind: 'instanceMigrated', from: run.draft.program, to: target.key, completers: kept })
  for (const place of plan.places) {
    if (place.stays || typeof place.to !== 'object') continue
    const element = place.to.id
    const program = place.record.program && place.pairing.target.key
    if (program !== undefined || element !== place.from.id)
      run.emit({ kind: 'elementMigrated', id: place.id, element, ...(program !== undefined && { program }) })
    moveTokens(run, place)
    renameCompleted(run, place)
    renameChosen(run, place)
    renameIncidents(run, place, element)
  }
}

function moveTokens(run: Run, place: Place): void {
  const moved = movedTokens(place)
  const { arrived, resets } = place.record
  if (JSON.stringify(moved) !== JSON.stringify({ ...(arrived && { arrived }), ...(resets && { resets }) }))
    run.emit({ kind: 'tokensMigrated', scope: place.id, ...moved })
}

function renameCompleted(run: Run, place: Place): void {
  const { elements } = completedOf(place)
  if (Object.keys(elements).length > 0) run.emit({ kind: 'completedMigrated', scope: place.id, elements })
}

/** Steps of an ad-hoc subprocess that wait for their turn. */
function renameChosen(run: Run, { id, record: { adHoc }, pairing }: Place): void {
  if (!adHoc || adHoc.queue.length === 0) return
  const queue = adHoc.queue.map((choice) => {
    const other = pairing.element(elementNamed(pairing.source, choice.element))
    return typeof other === 'object' ? { ...choice, element: other.id } : choice
  })
  if (queue.some(({ element }, index) => element !== adHoc.queue[index]?.element))
    run.emit({ kind: 'adHocChanged', id, adHoc: { ...adHoc, queue } })
}

/** That of a condition is at the event the condition belongs to. */
function renameIncidents(run: Run, { id: owner, from, pairing }: Place, element: string): void {
  for (const [id, incident] of Object.entries(run.draft.incidents)) {
    if (incident.owner !== owner) continue
    const other =
      incident.element === from.id ? undefined : pairing.element(elementNamed(pairing.source, incident.element))
    const name = typeof other === 'object' ? other.id : incident.element === from.id ? element : incident.element
    if (name !== incident.element) run.emit({ kind: 'incidentMigrated', id: id as Place['id'], element: name })
  }
}

function renew(run: Run, plan: Plan, { constants, opened }: CommandOf<'migrate'>): readonly Finding[] {
  if (Object.keys(constants).length > 0) run.emit({ kind: 'variablesSet', scope: PROCESS, values: constants })
  const renewals: readonly Renewal[] = [items, work(opened), catches]
  return plan.places.flatMap((place) =>
    renewals.flatMap((renewal) => {
      const failure = renewal(run, place, plan)
      return failure ? [unfit(failure, place, plan)] : []
    }),
  )
}
