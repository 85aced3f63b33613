/** A connector on the canvas: given to a step that is there, or made a new step of; each is one change that can be undone. */
import { bilingual } from '../../../engine/core/bilingual.ts'
import { follow } from '../canvas/follow.ts'
import { is, type Diagram, type Element, type ElementFactory, type Meaning, type Point } from '../canvas/model.ts'
import { make } from '../properties/command.ts'
import type { Change } from '../properties/entry.ts'
import { editing, type Create } from '../properties/editing.ts'
import { text } from '../properties/extensions.ts'
import { applyTemplate, removeTemplate } from './apply.ts'
import type { Template } from './template.ts'

const SERVICE = { type: 'bpmn:ServiceTask' } as const

/** A new step of the template, which stands nowhere yet. */
export function stepOf(template: Template, create: Create, factory: ElementFactory): Element {
  const meaning = create(SERVICE.type, { name: template.name })
  const edit = editing(create)
  applyTemplate(edit, meaning, template)
  for (const { element, properties } of edit.writes())
    for (const [name, value] of Object.entries(properties)) if (isMeaning(element)) element.set(name, value)
  const shape = { ...SERVICE, businessObject: meaning }
  return factory.createShape(shape)
}

const isMeaning = (element: object): element is Meaning => 'set' in element

/** A step becomes a service task first where it is another kind of task. */
export function give(diagram: Diagram, element: Element, template: Template, before: Template | undefined): void {
  const shape = is(element, SERVICE.type) ? element : diagram.get('bpmnReplace').replaceElement(element, SERVICE)
  const change: Change = (edit) => {
    if (before && before.id !== template.id) removeTemplate(edit, shape.businessObject, before)
    applyTemplate(edit, shape.businessObject, template)
    if (text(edit, shape.businessObject, 'name') === '') edit.set(shape.businessObject, 'name', template.name)
  }
  make(diagram, shape, change)
}

export const detach = (diagram: Diagram, element: Element, template: Template): void =>
  make(diagram, element, (edit) => removeTemplate(edit, element.businessObject, template))

interface Placing {
  createShape(shape: Element, at: Point, parent: Element): Element
}

/** Behind the selected step where there is one, else in the middle of what is seen. */
export function put(diagram: Diagram, template: Template, behind: Element | undefined): void {
  const create: Create = (type, values) => diagram.get('bpmnFactory').create(type, values)
  const shape = stepOf(template, create, diagram.get('elementFactory'))
  if (behind !== undefined) return void follow(diagram, behind, shape)
  const canvas = diagram.get('canvas')
  const { x, y, width, height } = canvas.viewbox()
  const placing = diagram.get('modeling', false) as Placing
  const made = placing.createShape(shape, { x: x + width / 2, y: y + height / 2 }, parentIn(diagram))
  diagram.get('selection').select(made)
}

/** A drawing of pools has its steps in the first of them. */
function parentIn(diagram: Diagram): Element {
  const root = diagram.get('canvas').getRootElement()
  return root.children.find((it) => is(it, 'bpmn:Participant')) ?? root
}

/** Something may follow it. */
export const canFollow = (element: Element | undefined): element is Element =>
  element !== undefined && is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent')

export const titleOf = ({ name }: Template) => bilingual(name)
