/** A change thought out about an element, made on the canvas as one step that can be undone. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Diagram, Element, Meaning, Modeling } from '../canvas/model.ts'
import { editing, type Create, type Write } from './editing.ts'
import type { Change } from './entry.ts'

const COMMAND = 'element.updateMeaning'

interface Context {
  readonly element: Element
  readonly writes: readonly Write[]
}

class UpdateMeaning {
  static readonly $inject = ['modeling']
  readonly #modeling: Modeling

  constructor(modeling: Modeling) {
    this.#modeling = modeling
  }

  preExecute({ element, writes }: Context): void {
    for (const { element: meaning, properties } of writes)
      if (meaning === element.businessObject) this.#modeling.updateProperties(element, properties)
      else if (isMeaning(meaning)) this.#modeling.updateModdleProperties(element, meaning, properties)
  }
}

const isMeaning = (element: ModdleElement): element is Meaning => 'set' in element

/** Part of the canvas from the start, so that the command is known. */
export const meaningModule = {
  __init__: [
    [
      'commandStack',
      (commands: { registerHandler(name: string, handler: unknown): void }) =>
        commands.registerHandler(COMMAND, UpdateMeaning),
    ],
  ],
}

export const createOf =
  (diagram: Diagram): Create =>
  (type, values) =>
    diagram.get('bpmnFactory').create(type, values)

export function make(diagram: Diagram, element: Element, change: Change): void {
  const edit = editing(createOf(diagram))
  change(edit)
  const writes = edit.writes()
  if (writes.length > 0) diagram.get('commandStack').execute(COMMAND, { element, writes })
}
