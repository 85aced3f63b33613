/** One life of the server under test, from its start to SIGKILL. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FailpointName } from '../../engine/core/failpoint.ts'
import type { PlantedName } from './planted.ts'
import type { Line } from './wire.ts'

export interface LifeOptions {
  /** Dies by itself at this failpoint. */
  readonly dieAt?: { readonly at: FailpointName; readonly hit: number }
  readonly planted?: PlantedName
}

export interface Birth extends LifeOptions {
  readonly config: string
  readonly ahead: number
  readonly url: string
  /** Told each line the server logs as an error. */
  readonly complain: (line: string) => void
}

export interface Life extends Line {
  /** Resolves when it is dead, by whatever hand; throws where nobody killed it. */
  readonly death: Promise<void>
  /** Resolves with the first answer a client got. */
  readonly answered: Promise<void>
  kill(): Promise<void>
}

const CHILD = join(import.meta.dirname, 'child.ts')
/** Compiled code of earlier lives: a start then takes well under a second. */
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/masar-faults')

/** undefined: it died before it was ready. Throws, here or when it is waited for, where it ended without being killed. */
export async function beget(birth: Birth): Promise<Life | undefined> {
  const child = spawn(process.execPath, [CHILD], {
    env: environment(birth),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const dead = new AbortController()
  let last = ''
  const { promise: isReady, resolve: ready } = Promise.withResolvers<'ready'>()
  createInterface({ input: child.stdout }).on('line', (line) => (line === 'ready' ? ready(line) : birth.complain(line)))
  child.stderr.on('data', (chunk: Buffer) => (last = (last + chunk.toString('utf8')).slice(-4_000)))
  const exit = died(child, () => last).finally(() => dead.abort())
  exit.catch(() => undefined)
  const { promise: answered, resolve: heard } = Promise.withResolvers<void>()
  const outcome = await Promise.race([isReady, exit.then(() => 'dead' as const)])
  if (outcome === 'dead') return undefined
  return {
    url: birth.url,
    alive: dead.signal,
    death: exit,
    answered,
    heard,
    kill() {
      child.kill('SIGKILL')
      return exit
    },
  }
}

function environment({ config, ahead, dieAt, planted }: Birth): NodeJS.ProcessEnv {
  return {
    NODE_COMPILE_CACHE: COMPILED,
    MASAR_CONFIG: config,
    MASAR_AHEAD: String(ahead),
    ...(dieAt ? { MASAR_DIE_AT: `${dieAt.at}:${dieAt.hit}` } : {}),
    ...(planted ? { MASAR_PLANTED: planted } : {}),
  }
}

async function died(child: ChildProcess, lastWords: () => string): Promise<void> {
  const signal = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (_code, by) => resolve(by))
  })
  if (signal !== 'SIGKILL')
    throw new Error(`Expected the server to live until it is killed, but it ended: ${lastWords()}`)
}
