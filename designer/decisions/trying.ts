/** Asks a decision of a draft, in the browser, by the engine's own code: the answer, and which rules gave it. */
import { useEffect, useState } from 'preact/hooks'
import type { Decision, DecisionTrace } from '../../engine/core/dmn/decision.ts'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { openDmn, type Definitions } from '../../engine/core/dmn/rewrite.ts'
import { scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { PALESTINE } from '../../engine/core/policy/calendar.ts'
import { askedBy, type Asked } from './asked.ts'

export interface Triable {
  readonly decision: Decision
  readonly asked: readonly Asked[]
  readonly root: Definitions
}

export type Tried =
  | { readonly ok: true; readonly value: JsonValue; readonly trace: readonly DecisionTrace[] }
  | { readonly ok: false; readonly reason: string }

export async function triableIn(file: string, xml: string, id: string): Promise<Triable | undefined> {
  const [read, draft] = await Promise.all([readDmn(file, xml), openDmn(xml)])
  const decision = read.ok ? read.decisions.find((one) => one.id === id) : undefined
  return decision && draft && { decision, asked: askedBy(draft.definitions, decision.inputs), root: draft.definitions }
}

export function tryDecision({ decision }: Triable, sample: JsonObject): Tried {
  const result = decision.evaluate(scopeOf(sample, Date.now(), PALESTINE.timeZone))
  if (!result.ok) return { ok: false, reason: result.reason }
  return { ok: true, value: toJson(result.value), trace: result.trace }
}

/** undefined while it is read, and where it cannot be. */
export function useTriable(file: string | undefined, xml: string | undefined, id: string): Triable | undefined {
  const [triable, setTriable] = useState<Triable>()
  useEffect(() => {
    let gone = false
    if (file === undefined || xml === undefined) setTriable(undefined)
    else void triableIn(file, xml, id).then((found) => gone || setTriable(found))
    return () => {
      gone = true
    }
  }, [file, xml, id])
  return triable
}
