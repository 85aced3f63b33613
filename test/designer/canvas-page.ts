/** What runs in the browser of the canvas's tests: the canvas itself, a page around it, and a draft that is in memory. */
import type { DraftFiles, FileChanges } from '../../engine/core/package/file-changes.ts'
import '../../designer/procedure/canvas/canvas.css'
import { Binding, type Shape } from '../../designer/procedure/canvas/binding.ts'
import { openModeler, type Drawing } from '../../designer/procedure/canvas/modeler.ts'
import { history } from '../../designer/draft/history.ts'
import type { Language, Text } from '../../engine/core/text.ts'
import { OFFERED, kindOf } from '../../designer/procedure/offered/menus.ts'
import { appended, attachable, followers } from '../../designer/procedure/steps/step-changes.ts'
import { untranslated } from '../../designer/procedure/words/translate.ts'

export interface OpenCanvas extends Drawing {
  readonly binding: Binding
  readonly session: ReturnType<typeof draft>
  readonly shapes: readonly Shape[]
  readonly refusals: number
  close(): void
}

export function draft(start: Readonly<Record<string, string>>, isReadOnly = false) {
  const steps = history()
  const flushers = new Set<() => void>()
  const hearers = new Set<() => void>()
  let files: DraftFiles = new Map(Object.entries(start))
  const labels: Text[] = []
  const set = (next: DraftFiles): void => {
    if (next === files) return
    files = next
    for (const hear of hearers) hear()
  }
  return {
    labels,
    get files() {
      return files
    },
    change(label: Text, changes: FileChanges, merge?: string) {
      if (isReadOnly) return
      labels.push(label)
      set(steps.record(files, label, changes, merge))
    },
    undo() {
      for (const flush of flushers) flush()
      set(steps.undo(files))
    },
    redo() {
      for (const flush of flushers) flush()
      set(steps.redo(files))
    },
    beforeSteps(flush: () => void) {
      flushers.add(flush)
      return () => void flushers.delete(flush)
    },
    subscribe(hear: () => void) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
  }
}

interface Options {
  readonly language?: Language
  readonly isReadOnly?: boolean
}

async function open(xml: string, { language = 'ar', isReadOnly = false }: Options = {}): Promise<OpenCanvas> {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  const container = document.createElement('div')
  container.className = 'canvas'
  container.style.height = '700px'
  document.body.append(container)
  const session = draft({ 'a.bpmn': xml }, isReadOnly)
  const reader = { language: () => language, undo: () => session.undo(), redo: () => session.redo() }
  const drawing = await openModeler(container, reader)
  const shapes: Shape[] = []
  let refusals = 0
  const told = { onShape: (shape: Shape) => void shapes.push(shape), onRefused: () => void refusals++ }
  const binding = new Binding(drawing.diagram, session, 'a.bpmn', told)
  await binding.settled()
  return {
    ...drawing,
    binding,
    session,
    shapes,
    get refusals() {
      return refusals
    },
    close() {
      binding.close()
      drawing.diagram.destroy()
      container.remove()
    },
  }
}

const bench = {
  open,
  offered: OFFERED,
  kindOf,
  untranslated: () => [...untranslated],
  followers,
  attachable,
  appended,
}
export type CanvasBench = typeof bench

declare global {
  interface Window {
    bench: CanvasBench
    canvas: OpenCanvas
  }
}

window.bench = bench
