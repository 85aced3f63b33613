/** Keeps a command running until somebody stops it, and then ends in order. */
import type { Terminal } from '../terminal.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** As a shell counts a process ended by SIGINT. */
const IMPATIENT = 130

/** Resolves when everything is closed; a second signal does not wait for that. */
export async function untilStopped(close: () => Promise<void>, { say, progress, quiet }: Terminal): Promise<void> {
  await signalled()
  for (const signal of SIGNALS) process.once(signal, () => process.exit(IMPATIENT))
  progress(say('run.stopping'))
  await close()
  quiet()
}

const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve())
  })
