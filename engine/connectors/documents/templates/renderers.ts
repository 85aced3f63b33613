/**
 * Fills templates in warm worker threads, so that no template can stop the server: 64 MB and one second each.
 *
 * A thread that runs out of memory or time is ended and replaced; the caller gets a sentence, the others do not notice.
 * Work waits in line when all threads are busy; the second counts from when the thread begins.
 */
import { Worker } from 'node:worker_threads'
import type { RenderRequest, Rendered } from './rendering.ts'

export interface RendererConfig {
  /** Threads; 1 unless said otherwise. */
  readonly threads?: number
  readonly deadlineMs?: number
  readonly memoryMb?: number
}

export interface Renderers {
  render(request: RenderRequest): Promise<Rendered>
  close(): Promise<void>
}

interface Order {
  readonly request: RenderRequest
  readonly done: (rendered: Rendered) => void
}

interface Thread {
  readonly worker: Worker
  ready: boolean
  order?: Order
  timer?: NodeJS.Timeout
}

export function startRenderers(config: RendererConfig = {}): Renderers {
  const { threads: wanted = 1, deadlineMs = 1000, memoryMb = 64 } = config
  const waiting: Order[] = []
  const threads = new Set<Thread>()
  let closed = false

  function begin(): void {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
      stdout: true,
      stderr: true,
    })
    if (waiting.length === 0) worker.unref()
    const thread: Thread = { worker, ready: false }
    threads.add(thread)
    worker.on('message', (message: 'ready' | { rendered: Rendered }) => {
      if (message === 'ready') thread.ready = true
      else settle(thread, message.rendered)
      assign()
    })
    worker.on('error', (error: Error) => end(thread, reasonOf(error, memoryMb)))
    worker.on('exit', () => end(thread, 'Expected the template to finish, but its thread ended'))
  }

  function settle(thread: Thread, rendered: Rendered): void {
    clearTimeout(thread.timer)
    const { order } = thread
    delete thread.order
    thread.worker.unref()
    order?.done(rendered)
  }

  function end(thread: Thread, reason: string): void {
    if (!threads.delete(thread)) return
    settle(thread, { kind: 'refused', reason })
    void thread.worker.terminate()
    if (!thread.ready) waiting.shift()?.done({ kind: 'refused', reason })
    assign()
  }

  function assign(): void {
    for (const thread of threads) {
      if (!thread.ready || thread.order !== undefined) continue
      const order = waiting.shift()
      if (order === undefined) return
      thread.order = order
      thread.worker.ref()
      thread.timer = setTimeout(() => {
        end(
          thread,
          `Expected the template to be filled within ${deadlineMs} ms, but it was not; look for loops in loops`,
        )
      }, deadlineMs)
      thread.worker.postMessage(order.request, [])
    }
    if (!closed && waiting.length > 0 && threads.size < wanted) begin()
  }

  for (let count = 0; count < wanted; count++) begin()
  return {
    render: (request) =>
      new Promise((done) => {
        if (closed)
          return done({ kind: 'refused', reason: 'Expected the server to be running, but it is shutting down' })
        waiting.push({ request, done })
        for (const thread of threads) thread.worker.ref()
        assign()
      }),
    async close() {
      closed = true
      for (const order of waiting.splice(0)) order.done({ kind: 'refused', reason: 'The server is shutting down' })
      const ended = [...threads].map((thread) => thread.worker.terminate())
      await Promise.all(ended)
    },
  }
}

function reasonOf(error: Error, memoryMb: number): string {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? `Expected the template to need at most ${memoryMb} MB, but it needed more; look for loops in loops`
    : `Expected the template to be filled, but its thread failed: ${error.message}`
}
