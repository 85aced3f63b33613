/** The app asks over real sockets: what is cut on the way is told as nobody having answered, whenever it is cut. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask, fetchFile } from '../../designer/server/client.ts'

const PAPER = '%PDF-1.7 and what follows'
let server: Server
let answers: RequestListener

beforeEach(async () => {
  server = createServer((request, reply) => answers(request, reply))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const real = fetch
  vi.stubGlobal('fetch', (path: string, asking: RequestInit) => real(`http://127.0.0.1:${port}${path}`, asking))
  vi.stubGlobal('document', { documentElement: { lang: 'ar' }, querySelector: () => null })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

/** The head and the first bytes of an answer that promises more, and then what is done to it. */
function begins(type: string, then: (reply: Parameters<RequestListener>[1]) => void): void {
  answers = (_, reply) => {
    reply.writeHead(200, { 'content-type': type, 'content-length': String(PAPER.length) })
    reply.write(PAPER.slice(0, 4), () => then(reply))
  }
}

test('a paper that comes whole is a file of its type', async () => {
  answers = (_, reply) => void reply.writeHead(200, { 'content-type': 'application/pdf' }).end(PAPER)
  const answer = await fetchFile('/drafts/a/documents/preview', { method: 'POST', body: {} })
  if (answer.kind !== 'ok') throw new Error(`the paper did not come: ${answer.kind}`)
  expect(answer.value.type).toBe('application/pdf')
  expect(await answer.value.text()).toBe(PAPER)
})

test('a paper whose line is cut half way is told as not reached', async () => {
  begins('application/pdf', (reply) => reply.destroy())
  expect(await fetchFile('/drafts/a/documents/preview')).toEqual({ kind: 'unreachable' })
})

test('a paper nobody waits for any longer is told as not reached, also when it has begun to come', async () => {
  const stop = new AbortController()
  begins('application/pdf', () => setTimeout(() => stop.abort(), 50))
  expect(await fetchFile('/drafts/a/documents/preview', { signal: stop.signal })).toEqual({ kind: 'unreachable' })
})

test('an answer whose line is cut half way is told as not reached', async () => {
  begins('application/json', (reply) => reply.destroy())
  expect(await ask('/drafts')).toEqual({ kind: 'unreachable' })
})

test('a refusal is told with its findings and what the server says beside it', async () => {
  answers = (_, reply) =>
    void reply
      .writeHead(409, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ code: 'draft-locked', title: 'Locked', detail: 'By another', until: '10:00' }))
  expect(await ask('/drafts')).toEqual({
    kind: 'refused',
    refusal: { status: 409, code: 'draft-locked', title: 'Locked', detail: 'By another', more: { until: '10:00' } },
  })
})

test('what is no answer of Masar is told as not reached', async () => {
  answers = (_, reply) => void reply.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
  expect(await ask('/drafts')).toEqual({ kind: 'unreachable' })
  expect(await fetchFile('/drafts/a')).toEqual({ kind: 'unreachable' })
})
