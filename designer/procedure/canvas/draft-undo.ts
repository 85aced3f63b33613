/** Undo is the draft's, across all its files: the keys of the canvas mean the same as everywhere. */
import type { EventBus } from './model.ts'

export interface Steps {
  readonly undo: () => void
  readonly redo: () => void
}

interface Actions {
  isRegistered(name: string): boolean
  unregister(name: string): void
  register(actions: Readonly<Record<string, () => void>>): void
}

export class DraftUndo {
  static readonly $inject = ['eventBus', 'editorActions', 'config.steps']

  constructor(bus: EventBus, actions: Actions, { undo, redo }: Steps) {
    // Before the keys are bound to what is registered.
    bus.on('editorActions.init', 2000, () => {
      for (const name of ['undo', 'redo']) if (actions.isRegistered(name)) actions.unregister(name)
      actions.register({ undo: () => void undo(), redo: () => void redo() })
    })
  }
}

export const draftUndoModule = { __init__: ['draftUndo'], draftUndo: ['type', DraftUndo] }
