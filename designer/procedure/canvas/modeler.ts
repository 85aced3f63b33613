/** The canvas an analyst draws on: bpmn-js with our letters, words, menus, clipboard and direction. */
import { ZEEBE } from '../../../engine/core/bpmn/moddle.ts'
import type { Language } from '../../../engine/core/text.ts'
import { clipboardModule } from '../clipboard/clipboard.ts'
import { flowModule, type FlowDirection } from '../flow/flow.ts'
import { labelEditingModule } from '../lettering/label-editing.ts'
import { letteringModule, lettersLoaded, type TextRenderer } from '../lettering/text-renderer.ts'
import { offeredModule } from '../offered/menus.ts'
import { meaningModule } from '../properties/command.ts'
import { connectorModule } from '../templates/menus.ts'
import { translateModule } from '../words/translate.ts'
import { followModule } from './follow.ts'
import { draftUndoModule, type Steps } from './draft-undo.ts'
import { CreateAppendAnythingModule, minimapModule, Modeler } from './libraries.ts'
import type { Diagram } from './model.ts'
import { searchModule } from './search.ts'

export interface Drawing {
  readonly diagram: Diagram
  readonly letters: TextRenderer
  readonly flow: FlowDirection
}

interface Reader extends Steps {
  readonly language: () => Language
}

export async function openModeler(container: HTMLElement, reader: Reader): Promise<Drawing> {
  await lettersLoaded()
  const diagram = new Modeler({
    container,
    moddleExtensions: { zeebe: ZEEBE },
    steps: reader,
    additionalModules: [
      CreateAppendAnythingModule,
      minimapModule,
      letteringModule,
      labelEditingModule,
      offeredModule,
      clipboardModule,
      flowModule,
      translateModule(reader.language),
      draftUndoModule,
      meaningModule,
      searchModule,
      followModule,
      connectorModule(reader.language),
    ],
  })
  const letters = diagram.get('textRenderer', false) as TextRenderer
  const flow = diagram.get('flowDirection', false) as FlowDirection
  return { diagram, letters, flow }
}
