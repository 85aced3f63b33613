/**
 * The process of a cell: starts the program as a thread and hands on what is said, both ways. It never does the
 * program's work itself, so that it notices at any time that the server is gone, and goes too.
 */
import { Worker } from 'node:worker_threads'
import type { FromCell } from './cell.ts'

const [program, memory] = process.argv.slice(2)
if (program === undefined || process.send === undefined)
  throw new Error('Expected to be started with a program by packages/cell/cell.ts')

const tell = (message: unknown): void => void process.send?.(message)
const worker = new Worker(new URL(program), { resourceLimits: { maxOldGenerationSizeMb: Number(memory) } })

worker.on('message', tell)
worker.on('error', (fault: Error & { readonly code?: string }) => {
  if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') process.exit(1)
  // The thread is gone: so is the cell, once it has said why.
  process.send?.({ kind: 'broken', reason: fault.stack ?? fault.message } satisfies FromCell, () => process.exit(1))
})
process.on('message', (message) => worker.postMessage(message, []))
process.on('disconnect', () => process.exit())
// Whoever stops the server tells all its processes; the server ends its cells when it is done with them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
