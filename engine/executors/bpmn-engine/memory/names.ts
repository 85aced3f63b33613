/** What the library's numbers stand for in its drawing, so that it need not be written into every state. */
import type { Drawing } from '../library/drawing.ts'

export interface Names {
  element(id: string): { readonly type: string; readonly parent?: { readonly id: string; readonly type: string } }
  flow(id: string): Line
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
  const flows = new Map(source.sequenceFlows.map((one) => [one.id, one]))
  const names: Names = {
    element(id) {
      const found = elements.get(id)
      if (!found) return { type: '' }
      return { type: found.type, ...('parent' in found && { parent: found.parent }) }
    },
    flow(id) {
      const { targetId = '', sourceId = '', parent = { id: '', type: '' }, isDefault } = flows.get(id) ?? {}
      return { targetId, sourceId, parent, ...(isDefault && { isDefault }) }
    },
  }
  known.set(source, names)
  return names
}
