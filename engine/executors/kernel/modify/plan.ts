/** What the instructions ask for, judged as a whole before anything is changed. */
import { PROCESS } from '../../../core/instance.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Instruction } from '../../../core/modification.ts'
import type { Finding } from '../../../core/problem.ts'
import type { Run } from '../run.ts'
import { arrivedBy } from '../state/apply.ts'
import { inside } from '../tokens/terminate.ts'
import { type Place, type Stage, placeFor } from './place.ts'
import { ENDED, noToken, notLive, oneTurn, wholeProcess } from './refusal.ts'

export interface Plan {
  readonly cancels: readonly LocalId[]
  readonly drops: readonly { readonly scope: LocalId; readonly flow: string }[]
  readonly begins: readonly (Place & { readonly variables?: JsonObject })[]
  readonly sets: readonly { readonly scope: LocalId; readonly variables: JsonObject }[]
  readonly refusals: readonly Finding[]
}

const EMPTY: Plan = { cancels: [], drops: [], begins: [], sets: [], refusals: [] }

export function planOf(run: Run, instructions: readonly Instruction[]): Plan {
  const going = goingWith(run, instructions)
  return instructions.reduce<Plan>((plan, instruction) => {
    const one = planned({ run, going }, instruction, plan)
    return {
      cancels: [...plan.cancels, ...(one.cancels ?? [])],
      drops: [...plan.drops, ...(one.drops ?? [])],
      begins: [...plan.begins, ...(one.begins ?? [])],
      sets: [...plan.sets, ...(one.sets ?? [])],
      refusals: [...plan.refusals, ...(one.refusals ?? [])],
    }
  }, EMPTY)
}

/** What they cancel, wherever they stand in the list, with everything inside. */
function goingWith(run: Run, instructions: readonly Instruction[]): ReadonlySet<LocalId> {
  const roots = instructions.flatMap((one) =>
    one.kind === 'cancel' || one.kind === 'move' ? (cancelled(run, one.id).cancels ?? []) : [],
  )
  return new Set(roots.flatMap((id) => [...inside(run, id)]))
}

function planned(stage: Stage, instruction: Instruction, before: Plan): Partial<Plan> {
  const { run } = stage
  switch (instruction.kind) {
    case 'cancel':
      return cancelled(run, instruction.id)
    case 'drop':
      return dropped(run, instruction, before)
    case 'start':
      return begun(stage, instruction.element, instruction.scope, instruction.variables)
    case 'move':
      return { ...cancelled(run, instruction.id), ...begunFrom(stage, instruction.id, instruction.to) }
    case 'set':
      return set(run, instruction.scope ?? PROCESS, instruction.variables)
  }
}

function cancelled(run: Run, id: LocalId): Partial<Plan> {
  if (id === PROCESS) return { refusals: [wholeProcess(id, { en: 'it is the whole process', ar: 'هو الإجراء كله' })] }
  const record = run.draft.elements[id]
  if (!record) return { refusals: [notLive(id, ENDED)] }
  const body = record.scope === undefined ? undefined : run.draft.element(record.scope)
  if (record.loopCounter !== undefined && body?.loop?.items.length === 0)
    return {
      refusals: [
        oneTurn(id, {
          en: `it is one turn of the loop ${record.element}`,
          ar: `هو دورة واحدة من الحلقة ${record.element}`,
        }),
      ],
    }
  return { cancels: [id] }
}

function dropped(run: Run, token: { readonly scope: LocalId; readonly flow: string }, { drops }: Plan): Partial<Plan> {
  const record = run.draft.elements[token.scope]
  if (!record) return { refusals: [notLive(token.scope, ENDED)] }
  const taken = drops.filter(({ scope, flow }) => scope === token.scope && flow === token.flow).length
  if (arrivedBy(record, token.flow) <= taken)
    return {
      refusals: [
        noToken(token.flow, {
          en: `none waits in the element instance ${token.scope}`,
          ar: `لا رمز ينتظر في العنصر العامل ${token.scope}`,
        }),
      ],
    }
  return { drops: [{ scope: token.scope, flow: token.flow }] }
}

function begun(stage: Stage, element: string, scope: LocalId | undefined, variables?: JsonObject): Partial<Plan> {
  const place = placeFor(stage, element, scope)
  return 'rule' in place ? { refusals: [place] } : { begins: [{ ...place, ...(variables && { variables }) }] }
}

/** In the scope the cancelled one stands in where that encloses it, else wherever it belongs. */
function begunFrom(stage: Stage, id: LocalId, to: string): Partial<Plan> {
  const near = stage.run.draft.elements[id]?.scope
  if (near === undefined) return {}
  const beside = begun(stage, to, near)
  return beside.refusals ? begun(stage, to, undefined) : beside
}

function set(run: Run, scope: LocalId, variables: JsonObject): Partial<Plan> {
  return run.draft.elements[scope] ? { sets: [{ scope, variables }] } : { refusals: [notLive(scope, ENDED)] }
}
