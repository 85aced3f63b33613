/** What the panel is about: the one element that is selected, or the drawing itself; drawn anew whenever it changes. */
import { useEffect, useState } from 'preact/hooks'
import type { Diagram, Element } from '../canvas/model.ts'

const EVENTS = ['selection.changed', 'commandStack.changed', 'root.set', 'import.done'] as const

/** Undefined while several are selected, or nothing is drawn. */
export function useSelected(diagram: Diagram): Element | undefined {
  const [, count] = useState(0)
  useEffect(() => {
    const bus = diagram.get('eventBus')
    const hear = (): void => count((it) => it + 1)
    bus.on([...EVENTS], hear)
    return () => bus.off([...EVENTS], hear)
  }, [diagram])
  const selected = diagram.get('selection').get()
  if (selected.length > 1) return undefined
  const [one] = selected
  return one?.labelTarget ?? one ?? rootIn(diagram)
}

function rootIn(diagram: Diagram): Element | undefined {
  const root = diagram.get('canvas').getRootElement()
  return root.businessObject === undefined ? undefined : root
}
