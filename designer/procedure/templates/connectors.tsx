/** Opens the catalogue wherever somebody wants a connector (menus, palette, panel) and puts what they choose where they wanted it. */
import { useEffect, useState } from 'preact/hooks'
import type { Diagram } from '../canvas/model.ts'
import { createOf } from '../properties/command.ts'
import { templateOf, type BusTemplates } from '../properties/connector.ts'
import { templatesOf, useCatalogue } from './catalogue.ts'
import { editing } from '../properties/editing.ts'
import { Chooser } from './chooser.tsx'
import { CHOOSE, type Choosing } from './menus.ts'
import { canFollow, give, put } from './step.ts'
import type { Template } from './template.ts'

interface ConnectorsProps {
  readonly diagram: Diagram
  /** A connector stands on the canvas, selected. */
  readonly onPut: () => void
}

export function Connectors({ diagram, onPut }: ConnectorsProps) {
  const bus = templatesOf(useCatalogue(false))
  const [choosing, setChoosing] = useState<Choosing>()
  useEffect(() => {
    const events = diagram.get('eventBus')
    const hear = (wanted: Choosing): void => {
      if (wanted.offer === undefined) return setChoosing(wanted)
      act(diagram, bus, wanted, wanted.offer.template)
      return onPut()
    }
    events.on(CHOOSE, hear)
    return () => events.off(CHOOSE, hear)
  }, [diagram, bus, onPut])
  if (choosing === undefined) return null
  return (
    <Chooser
      onClose={() => setChoosing(undefined)}
      onChoose={(template) => {
        setChoosing(undefined)
        act(diagram, bus, choosing, template)
        onPut()
      }}
    />
  )
}

function act(diagram: Diagram, bus: BusTemplates, { kind, element }: Choosing, template: Template): void {
  if (kind === 'give' && element)
    return give(
      diagram,
      element,
      template,
      templateOf(editing(createOf(diagram)), element.businessObject, bus)?.template,
    )
  const [selected] = diagram.get('selection').get()
  const behind = element ?? (canFollow(selected) ? selected : undefined)
  put(diagram, template, behind)
}
