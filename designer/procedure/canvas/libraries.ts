/** The door to the drawing libraries: what of them is used, and with which types. */
import UntypedModeler from 'bpmn-js/lib/Modeler.js'
import UntypedLabelEditing from 'bpmn-js/lib/features/label-editing/LabelEditingProvider.js'
import * as autoPlace from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil.js'
import { PopupEntries } from 'bpmn-js/lib/features/popup-menu/PopupEntries.js'
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything'
import minimapModule from 'diagram-js-minimap'
import type { Diagram, Element, Kind, LabelEditing, ModelerOptions, Point, Registry } from './model.ts'

export const Modeler = UntypedModeler as new (options: ModelerOptions) => Diagram

/** Edits names in place; its services are injected in this order. */
export const LabelEditingProvider = UntypedLabelEditing as (new (...services: unknown[]) => LabelEditing) & {
  readonly $inject: readonly string[]
}

/** Everything the menus can make, by the names of the menus. */
export const MENU_ENTRIES = PopupEntries as Readonly<Record<string, { readonly label: string; readonly target: Kind }>>

export const newShapePosition = autoPlace.getNewShapePosition as (
  source: Element,
  element: Element,
  registry: Registry,
) => Point | undefined

export { CreateAppendAnythingModule, minimapModule }
