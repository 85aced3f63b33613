/**
 * News for an open desk: that tasks of the agency came, went or changed hands, told while it happens (server-sent events).
 * Only which task it was; the page asks anew for what its reader may see.
 */
import type { FastifyReply } from 'fastify'
import { globalId } from '../../../../core/ids.ts'
import type { Committed } from '../../../../core/wakeup.ts'
import { limited, ProblemError } from '../../../../core/problem.ts'
import { isOpen } from '../../../session.ts'
import type { Clerk } from '../clerk.ts'

const STREAM = 'text/event-stream; charset=utf-8'
const BEAT = 20_000
/** Windows of one person that listen at the same time. */
const MOST_WINDOWS = 10
const windows = new Map<string, number>()

export async function tellNews({ request, engine, actor }: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  if (request.method === 'HEAD') return reply.type(STREAM).send()
  const open = windows.get(actor.id) ?? 0
  if (open >= MOST_WINDOWS)
    throw new ProblemError(limited('desk.windows', `Expected at most ${MOST_WINDOWS} open windows of the desk`))
  windows.set(actor.id, open + 1)
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    'content-type': STREAM,
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 5000\n\n')
  const stopListening = engine.deps.wakeup.listen((committed) => {
    if (committed.state.agency !== actor.agency) return
    const tasks = tasksIn(committed)
    if (tasks.length === 0) return
    const own = committed.actor === `user:${actor.id}`
    tell(`event: tasks\ndata: ${JSON.stringify({ tasks, own })}\n\n`)
  })
  const beat = setInterval(() => tell(': here\n\n'), BEAT)
  const tellIfOpen = async (text: string): Promise<void> => {
    const session = await engine.deps.store.accounts.session(request.tokenDigest ?? '')
    if (raw.writableEnded) return
    if (session !== undefined && isOpen(session, engine.deps.clock.now())) raw.write(text)
    else raw.end()
  }
  /** Nothing more once the session has ended, whoever ended it; where that cannot be read, the page asks again. */
  const tell = (text: string): void => {
    tellIfOpen(text).catch((error: unknown) => {
      request.log.warn(error)
      raw.end()
    })
  }
  const stopServing = request.server.onFarewell(() => raw.end())
  raw.once('close', () => {
    stopListening()
    stopServing()
    clearInterval(beat)
    const left = (windows.get(actor.id) ?? 1) - 1
    if (left > 0) windows.set(actor.id, left)
    else windows.delete(actor.id)
  })
  return reply
}

function tasksIn({ state, events }: Committed): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'taskOpened' || event.kind === 'taskAssigned' || event.kind === 'taskClosed'
      ? [globalId(state.id, event.id)]
      : [],
  )
}
