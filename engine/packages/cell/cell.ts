/**
 * A cell: a program beside the server that does what authors wrote, in a thread of bounded memory in a process of its own.
 *
 * The thread's bound alone does not hold: a list or a map that grows in one piece beyond it does not end the thread but
 * the process it is in, whatever else that process does (a test shows it). So the process is the cell's, and the server
 * hears that the cell is gone. It gets nothing of the server's surroundings: no secrets in variables, no open files. It
 * reads no store: packages that are deployed are handed to it as it asks for them.
 */
import { fork, type ChildProcess } from 'node:child_process'

const WARDEN = new URL('./warden.ts', import.meta.url)

/** A deployed package, zipped. */
export type Deployed = (id: string, version: string) => Promise<Uint8Array | undefined>

/** What every program in a cell hears beside its own requests, and says beside its own answers. */
export type ToCell = {
  readonly kind: 'deployed'
  readonly id: string
  readonly version: string
  readonly zip: Uint8Array | undefined
}
export type FromCell =
  | { readonly kind: 'wanted'; readonly id: string; readonly version: string }
  /** The program has a bug, or what it played broke off. */
  | { readonly kind: 'broken'; readonly reason: string }

/** Why there is no answer. died: of its size. */
export type Silence = { readonly kind: 'broken'; readonly reason: string } | { readonly kind: 'late' | 'died' }

export interface CellOptions {
  /** Run as a worker thread; it speaks `ToCell` and `FromCell`. */
  readonly program: URL
  /** Megabytes the thread may hold. */
  readonly memory: number
  readonly deployed: Deployed
  /** The cell is gone, whether somebody waits for an answer or not. */
  readonly gone?: () => void
}

export interface Cell<Request extends object, Answer extends { readonly kind: string }> {
  /** One after the other; the server stays up until the answer is there. @param patience milliseconds */
  ask(request: Request, patience: number): Promise<Answer | Silence>
  end(): Promise<void>
}

/** Begins at once. While nothing is asked it keeps no process from ending. */
export function startCell<Request extends object, Answer extends { readonly kind: string }>(
  options: CellOptions,
): Cell<Request, Answer> {
  const child = fork(WARDEN, [options.program.href, String(options.memory)], {
    serialization: 'advanced',
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve())
  })
  void ended.then(options.gone)
  keepsServerUp(child, false)
  return {
    async ask(request, patience) {
      keepsServerUp(child, true)
      const heard = await answerOf<Answer>(child, request, patience, options.deployed)
      keepsServerUp(child, false)
      return heard
    },
    async end() {
      keepsServerUp(child, true)
      child.kill('SIGKILL')
      await ended
    },
  }
}

function keepsServerUp(child: ChildProcess, yes: boolean): void {
  if (yes) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

function answerOf<Answer extends { readonly kind: string }>(
  child: ChildProcess,
  request: object,
  patience: number,
  deployed: Deployed,
): Promise<Answer | Silence> {
  return new Promise((resolve) => {
    const alarm = setTimeout(() => settle({ kind: 'late' }), patience)
    const settle = (heard: Answer | Silence): void => {
      clearTimeout(alarm)
      child.off('message', hear).off('exit', die).off('error', fail)
      resolve(heard)
    }
    const die = (): void => settle({ kind: 'died' })
    const fail = (fault: Error): void => settle({ kind: 'broken', reason: fault.message })
    const hear = (message: unknown): void => {
      const heard = message as Answer | FromCell
      if (!isWanted(heard)) return settle(heard as Answer | Silence)
      const { id, version } = heard
      deployed(id, version).then(
        (zip) => tell(child, { kind: 'deployed', id, version, zip } satisfies ToCell),
        (fault: unknown) => fail(fault instanceof Error ? fault : new Error(String(fault))),
      )
    }
    child.on('message', hear).on('exit', die).on('error', fail)
    if (!child.connected) return die()
    tell(child, request)
  })
}

const isWanted = (heard: { readonly kind: string }): heard is Extract<FromCell, { kind: 'wanted' }> =>
  heard.kind === 'wanted'

/** Who is gone by then hears nothing; that it is gone is told by its exit. */
const tell = (child: ChildProcess, message: object): void => void child.send(message, () => undefined)
