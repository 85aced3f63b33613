/** The canvas while the view is open: made once for a language, bound to one file at a time, gone without a trace after. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DraftSession } from '../../draft/session.ts'
import type { Language } from '../../../engine/core/text.ts'
import { Binding, type Shape } from '../canvas/binding.ts'
import { latinKeys, searchAsTyped } from '../canvas/keys.ts'
import type { Element } from '../canvas/model.ts'
import { openModeler, type Drawing } from '../canvas/modeler.ts'

interface Seen {
  readonly drawing: Drawing | undefined
  readonly shape: Shape | undefined
  readonly selected: readonly Element[]
  /** Grows whenever something on the canvas changed. */
  readonly changes: number
}

interface Wanted {
  readonly session: DraftSession
  readonly file: string | undefined
  readonly language: Language
  readonly onRefused: () => void
}

export function useDrawing({ session, file, language, onRefused }: Wanted) {
  const host = useRef<HTMLDivElement>(null)
  const drawing = useModeler(host, session, language)
  const [shape, setShape] = useState<Shape>()
  const bound = useRef<Binding>()
  const { selected, changes } = useLooking(drawing)
  useEffect(() => {
    if (drawing === undefined || file === undefined) return undefined
    setShape(undefined)
    const binding = new Binding(drawing.diagram, session, file, { onShape: setShape, onRefused })
    bound.current = binding
    return () => {
      bound.current = undefined
      binding.close()
    }
  }, [drawing, session, file])
  const seen: Seen = { drawing, shape, selected, changes }
  /** Hands in what is on the canvas and not in the file yet. */
  const flush = (): void => bound.current?.flush()
  return { host, flush, ...seen }
}

function useModeler(host: { readonly current: HTMLDivElement | null }, session: DraftSession, language: Language) {
  const [drawing, setDrawing] = useState<Drawing>()
  useEffect(() => {
    const container = host.current
    if (container === null) return undefined
    let isGone = false
    let opened: Drawing | undefined
    const stops = [latinKeys(container), searchAsTyped(container)]
    const reader = { language: () => language, undo: () => session.undo(), redo: () => session.redo() }
    void openModeler(container, reader).then((made) => {
      if (isGone) return made.diagram.destroy()
      opened = made
      setDrawing(made)
      return undefined
    })
    return () => {
      isGone = true
      for (const stop of stops) stop()
      setDrawing(undefined)
      // The file is handed in before: its binding is closed first.
      queueMicrotask(() => opened?.diagram.destroy())
    }
  }, [session, language])
  return drawing
}

const CHANGES = ['elements.changed', 'import.done', 'root.set', 'commandStack.changed'] as const

function useLooking(drawing: Drawing | undefined) {
  const [selected, setSelected] = useState<readonly Element[]>([])
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    if (drawing === undefined) return undefined
    const bus = drawing.diagram.get('eventBus')
    const select = ({ newSelection }: { readonly newSelection: readonly Element[] }): void =>
      setSelected([...newSelection])
    let frame = 0
    const change = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setChanges((it) => it + 1))
    }
    bus.on('selection.changed', select)
    bus.on(CHANGES, change)
    return () => {
      cancelAnimationFrame(frame)
      bus.off('selection.changed', select)
      bus.off(CHANGES, change)
      setSelected([])
    }
  }, [drawing])
  return { selected, changes }
}
