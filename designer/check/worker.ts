/** Checks the draft beside the page, so that nobody who draws waits for it. */
import { busReplies } from './bus-replies.ts'
import { checker } from './checker.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { unzip } from './unzip.ts'

const bus = busReplies(() => tell({ kind: 'learned' }))
const checks = checker(async (id, version) => {
  try {
    const path = `/designer/api/shared/${encodeURIComponent(id)}/${encodeURIComponent(version)}/package`
    const response = await fetch(path)
    return response.ok ? await unzip(new Uint8Array(await response.arrayBuffer())) : undefined
  } catch {
    return undefined
  }
}, bus.replies)

const tell = (message: FromWorker): void => postMessage(message)

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'known') {
    bus.ask()
    const { ask, file, element, done } = message
    return tell({ kind: 'known', ask, known: await checks.known(file, element, done) })
  }
  checks.change(message.changes)
  const findings = await checks.check()
  tell({ kind: 'checked', round: message.round, findings })
}

/** One after the other: a check meets the files as they were when it was asked for. */
let last = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  last = last
    .then(() => answer(data))
    .catch((fault: unknown) => tell({ kind: 'broken', reason: fault instanceof Error ? fault.message : String(fault) }))
})
