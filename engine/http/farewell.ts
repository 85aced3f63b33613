/**
 * How the server stops: what was asked is answered, and nobody is waited for who only keeps a line open. Browsers open
 * lines ahead of need; one that was never used would hold the server for a minute.
 */
import type { FastifyInstance } from 'fastify'

const LOOK_EVERY = 50
/** Milliseconds after which an answer that is not done is broken off. */
const PATIENCE = 10_000

declare module 'fastify' {
  interface FastifyInstance {
    /** Told when the server begins to stop: an answer that never ends by itself ends then. Returns the way not to be told. */
    onFarewell(end: () => void): () => void
  }
}

export function closeGently(app: FastifyInstance): void {
  let underway = 0
  const endless = new Set<() => void>()
  app.decorate('onFarewell', (end: () => void) => {
    endless.add(end)
    return () => endless.delete(end)
  })
  app.addHook('onRequest', async (_request, reply) => {
    underway++
    reply.raw.once('close', () => underway--)
  })
  app.addHook('preClose', async () => {
    for (const end of endless) end()
    let left = PATIENCE / LOOK_EVERY
    const look = setInterval(() => {
      if (underway === 0 || left-- <= 0) app.server.closeAllConnections()
    }, LOOK_EVERY)
    app.server.once('close', () => clearInterval(look))
  })
}
