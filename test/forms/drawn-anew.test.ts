/** A page is drawn anew only from one that came whole from where it was asked. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drawnAnew } from '../../forms/browser/drawn-anew.ts'

const PAGE = '<!doctype html><title>طلباتي</title>'
let server: Server
let address: string
let answers: RequestListener

beforeEach(async () => {
  server = createServer((request, reply) => answers(request, reply))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/apply`
  // What a browser reads of it is the browser's; here it is whether it was asked to.
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = (text: string, type: string) => ({ text, type })
    },
  )
})

afterEach(async () => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

test('a page that comes whole is read', async () => {
  answers = (_, reply) => void reply.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
  expect(await drawnAnew(address)).toEqual({ text: PAGE, type: 'text/html' })
})

test.for<[string, RequestListener]>([
  [
    'is cut half way',
    (_, reply) => void reply.writeHead(200, { 'content-length': '999' }).write(PAGE, () => reply.destroy()),
  ],
  ['is refused', (_, reply) => void reply.writeHead(503).end(PAGE)],
  [
    'is another, as to sign in',
    (request, reply) => {
      if (request.url === '/apply') reply.writeHead(303, { location: '/login' }).end()
      else reply.end(PAGE)
    },
  ],
])('a page that %s is none', async ([, how]) => {
  answers = how
  expect(await drawnAnew(address)).toBeUndefined()
})

test('where nobody answers there is no page', async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  expect(await drawnAnew(address)).toBeUndefined()
})
