/** The way to the second process and back: applications go out as they come, answers come back in the same order. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Asked } from './second-image.ts'

const IMAGE = join(import.meta.dirname, 'second-image.ts')

export class SecondProcess {
  readonly #child: ChildProcessWithoutNullStreams = spawn(process.execPath, [IMAGE])
  readonly #open: ((answer: string | undefined) => void)[] = []
  #said = ''

  constructor() {
    this.#child.stderr.on('data', (text) => (this.#said += String(text)))
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#open.shift()?.((JSON.parse(line) as string | null) ?? undefined)
    })
    this.#child.once('close', () => {
      for (const answer of this.#open.splice(0)) answer(`restart: the second process ended: ${this.#said}`)
    })
  }

  /** What it decides otherwise, if anything. */
  ask(asked: Asked): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    this.#open.push(resolve)
    this.#child.stdin.write(`${JSON.stringify(asked)}\n`)
    return promise
  }

  async end(): Promise<void> {
    this.#child.stdin.end()
    if (this.#child.exitCode === null) await once(this.#child, 'close')
  }
}
