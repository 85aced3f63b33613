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
import type { CommandStack, Diagram } from './model.ts'
import { fit, placeKept } from './place-kept.ts'
import { stepName } from './step-names.ts'

/** Milliseconds after a change in which the next belongs to the same writing. */
const PAUSE = 300

export type Shape =
  | { readonly kind: 'drawn' }
  /** There are steps and no drawing of them. */
  | { readonly kind: 'undrawn' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'gone' }

export interface Told {
  readonly onShape: (shape: Shape) => void
  /** A change the draft did not take (somebody else has the lock) was taken back. */
  readonly onRefused: () => void
}

type DraftPart = Pick<DraftSession, 'files' | 'change' | 'beforeSteps' | 'subscribe'>

export class Binding {
  readonly #diagram: Diagram
  readonly #session: DraftPart
  readonly #file: string
  readonly #told: Told
  readonly #past: Past
  readonly #stops: readonly (() => void)[]
  /** The text the canvas stands for. */
  #current: string | undefined
  #waiting: { readonly label: Text; readonly timer: number } | undefined
  /** The command that brought the others with it. */
  #outermost: string | undefined
  #reading: Promise<void>
  #isFirst = true
  #isClosed = false

  constructor(diagram: Diagram, session: DraftPart, file: string, told: Told) {
    this.#diagram = diagram
    this.#session = session
    this.#file = file
    this.#told = told
    this.#past = new Past(diagram.get('commandStack'))
    this.#stops = this.#listen()
    this.#reading = this.#read()
  }

  /** Resolves once the canvas shows the file. */
  settled(): Promise<void> {
    return this.#reading
  }

  /** Hands in what is on the canvas and not in the file yet. */
  flush(): void {
    const editing = this.#diagram.get('directEditing')
    if (editing.isActive()) editing.complete()
    this.#write()
  }

  close(): void {
    this.flush()
    this.#isClosed = true
    for (const stop of this.#stops) stop()
  }

  #listen(): readonly (() => void)[] {
    const bus = this.#diagram.get('eventBus')
    const changed = ({ trigger }: { readonly trigger: string }): void => this.#changed(trigger)
    const began = ({ command }: { readonly command: string }): void => {
      this.#outermost ??= command
    }
    const leave = (): void => this.flush()
    bus.on('commandStack.changed', changed)
    bus.on('commandStack.preExecute', 5000, began)
    for (const event of ['pagehide', 'blur']) window.addEventListener(event, leave)
    return [
      this.#session.subscribe(() => this.#hear()),
      this.#session.beforeSteps(leave),
      () => bus.off('commandStack.changed', changed),
      () => bus.off('commandStack.preExecute', began),
      () => {
        for (const event of ['pagehide', 'blur']) window.removeEventListener(event, leave)
      },
    ]
  }

  #changed(trigger: string): void {
    const label = stepName(this.#outermost)
    this.#outermost = undefined
    this.#past.moved(trigger)
    if (this.#past.isStepping || trigger === 'clear') return
    // One writing may hold several changes; it is called by the first.
    const called = this.#forget() ?? label
    this.#waiting = { label: called, timer: window.setTimeout(() => this.#write(), PAUSE) }
  }

  #write(): void {
    const label = this.#forget()
    if (label === undefined) return
    const text = new Writer({ format: true, preamble: true }).toXML(this.#diagram.getDefinitions())
    const before = this.#current
    this.#current = text
    if (text !== before) this.#session.change(label, new Map([[this.#file, text]]))
    if (this.#session.files.get(this.#file) === text) return this.#past.standsFor(text)
    this.#current = before
    this.#past.stepBack()
    return this.#told.onRefused()
  }

  #hear(): void {
    const text = this.#session.files.get(this.#file)
    if (this.#isClosed || text === this.#current) return
    this.#forget()
    if (text !== undefined && this.#past.stepTo(text)) this.#current = text
    else this.#reading = this.#reading.then(() => this.#read())
  }

  async #read(): Promise<void> {
    const text = this.#session.files.get(this.#file)
    if (this.#isClosed || text === this.#current) return
    this.#current = text
    this.#past.forget()
    if (text === undefined) return this.#told.onShape({ kind: 'gone' })
    const shape = await this.#draw(text)
    if (this.#isClosed) return
    this.#told.onShape(shape)
    await this.#read()
  }

  async #draw(text: string): Promise<Shape> {
    const restore = this.#isFirst ? () => fit(this.#diagram) : placeKept(this.#diagram)
    try {
      await this.#diagram.importXML(text)
      if (this.#isClosed) return { kind: 'gone' }
      this.#past.standsFor(text)
      restore()
      this.#isFirst = false
      return { kind: 'drawn' }
    } catch (error) {
      return shapeOf(error)
    }
  }

  /** What was waiting to be written is called; nothing waits any more. */
  #forget(): Text | undefined {
    const waiting = this.#waiting
    if (waiting) window.clearTimeout(waiting.timer)
    this.#waiting = undefined
    return waiting?.label
  }
}

/** Where the canvas stands on its command stack, and the texts it stood for there. */
class Past {
  readonly #commands: CommandStack
  #texts = new Map<number, string>()
  #position = 0
  isStepping = false

  constructor(commands: CommandStack) {
    this.#commands = commands
  }

  moved(trigger: string): void {
    if (trigger === 'clear') this.#position = 0
    if (trigger === 'undo') this.#position--
    if (trigger === 'redo') this.#position++
    if (trigger !== 'execute') return
    this.#position++
    this.#texts = new Map([...this.#texts].filter(([at]) => at < this.#position))
  }

  standsFor(text: string): void {
    this.#texts.set(this.#position, text)
  }

  forget(): void {
    this.#texts.clear()
  }

  /** To where it stood for the text; false: it never did. */
  stepTo(text: string): boolean {
    const known = [...this.#texts].find(([, it]) => it === text)
    if (known === undefined) return false
    this.#go(known[0])
    return true
  }

  /** To the last text it stood for. */
  stepBack(): void {
    this.#go(Math.max(0, ...[...this.#texts.keys()].filter((at) => at < this.#position)))
  }

  #go(to: number): void {
    this.isStepping = true
    const steps = to - this.#position
    for (let left = -steps; left > 0 && this.#commands.canUndo(); left--) this.#commands.undo()
    for (let left = steps; left > 0 && this.#commands.canRedo(); left--) this.#commands.redo()
    this.isStepping = false
  }
}

function shapeOf(error: unknown): Shape {
  const reason = error instanceof Error ? error.message : String(error)
  return /no diagram to display|no process or collaboration to display/.test(reason)
    ? { kind: 'undrawn' }
    : { kind: 'unreadable', reason }
}
