/** What the library's numbers stand for in its drawing, so that it need not be written into every state. */
import type { Drawing } from '../library/drawing.ts'
import type { Drawn } from '../library/package.ts'

export interface Names {
  element(id: string): Named
  flow(id: string): Line
}

interface Named {
  readonly type: string
  readonly parent?: { readonly id: string; readonly type: string }
  /** What the library repeats of an element in each of its messages. */
  readonly flags?: Readonly<Record<string, true>>
}

interface Line {
  readonly targetId: string
  readonly sourceId: string
  readonly parent: { readonly id: string; readonly type: string }
  readonly isDefault?: boolean
}

const known = new WeakMap<Drawing['source'], Names>()

export function namesOf({ source }: Drawing): Names {
  const before = known.get(source)
  if (before) return before
  const elements = new Map([source, ...source.processes, ...source.activities].map((one) => [one.id, one]))
  const activities = new Set(source.activities.map(({ id }) => id))
  const sources = new Set(source.sequenceFlows.map(({ sourceId }) => sourceId))
  const flows = new Map(source.sequenceFlows.map((one) => [one.id, one]))
  const names: Names = {
    element(id) {
      const found = elements.get(id)
      if (!found) return { type: '' }
      const named = { type: found.type, ...('parent' in found && { parent: found.parent }) }
      return activities.has(id) ? { ...named, flags: flagsOf(found, sources.has(id)) } : named
    },
    flow(id) {
      const { targetId = '', sourceId = '', parent = { id: '', type: '' }, isDefault } = flows.get(id) ?? {}
      return { targetId, sourceId, parent, ...(isDefault && { isDefault }) }
    },
  }
  known.set(source, names)
  return names
}

function flagsOf(drawn: Pick<Drawn, 'type'> & Partial<Pick<Drawn, 'behaviour'>>, leads: boolean) {
  return {
    ...(!leads && { isEnd: true as const }),
    ...(drawn.type === 'bpmn:Scope' && { isSubProcess: true as const }),
    ...(drawn.type === 'bpmn:Join' && { isParallelJoin: true as const }),
    ...(drawn.behaviour?.['loopCharacteristics'] !== undefined && { isMultiInstance: true as const }),
  }
}
