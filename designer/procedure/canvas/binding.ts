/**
 * Keeps the canvas and the draft's file the same.
 *
 * What is done on the canvas is handed to the session as the text of the whole drawing, a moment after it was done, and at
 * once where somebody undoes, leaves or saves. Undo belongs to the session: when the file goes back to a text this canvas
 * has stood for, the canvas steps back to it; any other text is read in anew, with the view and the selection kept.
 */
import { Writer } from 'moddle-xml'
import type { DraftSession } from '../../draft/session.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { Diagram } from './model.ts'
import { stepName } from './step-names.ts'
import { fit, placeKept } from './place-kept.ts'

/** Milliseconds after a change in which the next belongs to the same writing. */
const PAUSE = 300

export type Shape =
  | { readonly kind: 'drawn' }
  /** There are steps and no drawing of them. */
  | { readonly kind: 'undrawn' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'gone' }

export interface Binding {
  /** Hands in what is on the canvas and not in the file yet. */
  flush(): void
  /** Resolves once the canvas shows the file. */
  readonly settled: () => Promise<void>
  close(): void
}

interface Told {
  readonly onShape: (shape: Shape) => void
  /** A change the draft did not take (somebody else has the lock) was taken back. */
  readonly onRefused: () => void
}

type DraftPart = Pick<DraftSession, 'files' | 'change' | 'beforeSteps' | 'subscribe'>

export function bind(diagram: Diagram, session: DraftPart, file: string, told: Told): Binding {
  const commands = diagram.get('commandStack')
  const bus = diagram.get('eventBus')
  /** Position on the command stack -> the text the canvas stood for there. */
  let texts = new Map<number, string>()
  let position = 0
  let current: string | undefined
  let waiting: { readonly label: Text; readonly timer: number } | undefined
  let outermost: string | undefined
  let isStepping = false
  let isClosed = false
  let isFirst = true
  let reading: Promise<void> = Promise.resolve()

  const write = (): void => {
    if (waiting === undefined) return
    window.clearTimeout(waiting.timer)
    const { label } = waiting
    waiting = undefined
    const text = new Writer({ format: true, preamble: true }).toXML(diagram.getDefinitions())
    if (text === current) return void texts.set(position, text)
    const before = current
    current = text
    session.change(label, new Map([[file, text]]))
    if (session.files.get(file) === text) return void texts.set(position, text)
    current = before
    takeBack()
    told.onRefused()
  }

  const takeBack = (): void => {
    const known = [...texts.keys()].filter((it) => it <= position).sort((a, b) => b - a)[0]
    stepTo(known ?? 0)
  }

  const stepTo = (to: number): void => {
    isStepping = true
    while (position > to && commands.canUndo()) commands.undo()
    while (position < to && commands.canRedo()) commands.redo()
    isStepping = false
  }

  const changed = ({ trigger }: { readonly trigger: string }): void => {
    if (trigger === 'clear') position = 0
    if (trigger === 'undo') position--
    if (trigger === 'redo') position++
    if (trigger === 'execute') {
      position++
      texts = new Map([...texts].filter(([at]) => at < position))
    }
    const label = stepName(outermost)
    outermost = undefined
    if (isStepping || trigger === 'clear') return
    // One writing may hold several changes; it is called by the first.
    const called = waiting?.label ?? label
    if (waiting) window.clearTimeout(waiting.timer)
    waiting = { label: called, timer: window.setTimeout(write, PAUSE) }
  }

  const began = ({ command }: { readonly command: string }): void => {
    outermost ??= command
  }

  const hear = (): void => {
    const text = session.files.get(file)
    if (isClosed || text === current) return
    forget()
    const known = text === undefined ? undefined : [...texts].find(([, it]) => it === text)
    if (known !== undefined) {
      current = text
      stepTo(known[0])
    } else reading = reading.then(() => readIn())
  }

  const forget = (): void => {
    if (waiting) window.clearTimeout(waiting.timer)
    waiting = undefined
  }

  const readIn = async (): Promise<void> => {
    const text = session.files.get(file)
    if (isClosed || text === current) return
    current = text
    texts = new Map()
    if (text === undefined) return told.onShape({ kind: 'gone' })
    const restore = isFirst ? () => fit(diagram) : placeKept(diagram)
    try {
      await diagram.importXML(text)
      if (isClosed) return
      texts.set(0, text)
      restore()
      isFirst = false
      told.onShape({ kind: 'drawn' })
    } catch (error) {
      if (!isClosed) told.onShape(shapeOf(error))
    }
    if (session.files.get(file) !== current) await readIn()
  }

  const flush = (): void => {
    const editing = diagram.get('directEditing')
    if (editing.isActive()) editing.complete()
    write()
  }

  const leave = (): void => flush()
  bus.on('commandStack.changed', changed)
  bus.on('commandStack.preExecute', 5000, began)
  const stops = [session.subscribe(hear), session.beforeSteps(flush)]
  window.addEventListener('pagehide', leave)
  window.addEventListener('blur', leave)
  reading = readIn()
  return {
    flush,
    settled: () => reading,
    close() {
      flush()
      isClosed = true
      forget()
      for (const stop of stops) stop()
      bus.off('commandStack.changed', changed)
      bus.off('commandStack.preExecute', began)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('blur', leave)
    },
  }
}

function shapeOf(error: unknown): Shape {
  const reason = error instanceof Error ? error.message : String(error)
  return /no diagram to display|no process or collaboration to display/.test(reason)
    ? { kind: 'undrawn' }
    : { kind: 'unreadable', reason }
}
