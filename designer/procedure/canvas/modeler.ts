/** The canvas an analyst draws on: bpmn-js with our letters, words, menus, clipboard and direction. */
import { ZEEBE } from '../../../engine/core/bpmn/moddle.ts'
import type { Language } from '../../../engine/core/text.ts'
import { clipboardModule } from '../clipboard/clipboard.ts'
import { flowModule, type FlowDirection } from '../flow/flow.ts'
import { labelEditingModule } from '../lettering/label-editing.ts'
import { letteringModule, lettersLoaded, type TextRenderer } from '../lettering/text-renderer.ts'
import { offeredModule } from '../offered/menus.ts'
import { translateModule } from '../words/translate.ts'
import { CreateAppendAnythingModule, minimapModule, Modeler } from './libraries.ts'
import type { Diagram, EventBus } from './model.ts'

export interface Drawing {
  readonly diagram: Diagram
  readonly letters: TextRenderer
  readonly flow: FlowDirection
}

interface Reader {
  readonly language: () => Language
  readonly undo: () => void
  readonly redo: () => void
}

/** Undo is the draft's, across all its files; keys on the canvas mean the same. */
const undoModule = ({ undo, redo }: Reader) => ({
  __init__: ['draftUndo'],
  draftUndo: [
    'type',
    Object.assign(
      class {
        constructor(bus: EventBus, actions: Actions) {
          bus.on('editorActions.init', 2000, () => {
            for (const name of ['undo', 'redo']) if (actions.isRegistered(name)) actions.unregister(name)
            actions.register({ undo: () => void undo(), redo: () => void redo() })
          })
        }
      },
      { $inject: ['eventBus', 'editorActions'] },
    ),
  ],
})

interface Actions {
  isRegistered(name: string): boolean
  unregister(name: string): void
  register(actions: Readonly<Record<string, () => void>>): void
}

export async function openModeler(container: HTMLElement, reader: Reader): Promise<Drawing> {
  await lettersLoaded()
  const diagram = new Modeler({
    container,
    moddleExtensions: { zeebe: ZEEBE },
    additionalModules: [
      CreateAppendAnythingModule,
      minimapModule,
      letteringModule,
      labelEditingModule,
      offeredModule,
      clipboardModule,
      flowModule,
      translateModule(reader.language),
      undoModule(reader),
    ],
  })
  const letters = diagram.get('textRenderer', false) as TextRenderer
  const flow = diagram.get('flowDirection', false) as FlowDirection
  return { diagram, letters, flow }
}
