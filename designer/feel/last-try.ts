/** What the procedure knew at the end of the last try of a draft, for whoever writes an expression and wants to see its value. */
import { useEffect, useState } from 'preact/hooks'
import type { JsonObject } from '../../engine/core/json.ts'
import type { DraftSession } from '../draft/session.ts'

const tries = new WeakMap<DraftSession, JsonObject>()
const hearers = new Set<() => void>()

export function keepLastTry(session: DraftSession, variables: JsonObject | undefined): void {
  if (variables === undefined) return
  tries.set(session, variables)
  for (const hear of hearers) hear()
}

export function useLastTry(session: DraftSession): JsonObject | undefined {
  const [known, setKnown] = useState(tries.get(session))
  useEffect(() => {
    const hear = (): void => setKnown(tries.get(session))
    hearers.add(hear)
    hear()
    return () => void hearers.delete(hear)
  }, [session])
  return known
}
