/**
 * The national sign-on and the directory of staff, to try against: two OpenID providers on this machine, with made-up
 * people one can choose to be. A double: it says so on every page and in every answer (`X-Masar-Double: sign-on`).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from 'oidc-provider'
import type { Text } from '../../core/text.ts'
import type { SignOnPerson } from './people.ts'
import { choose, openProvider } from './provider.ts'

/** One provider, at `<url>/<name>`. */
export interface Room {
  readonly name: string
  readonly title: Text
  readonly client: SignOnClient
  readonly people: readonly SignOnPerson[]
}

/** Masar, as the provider knows it. */
export interface SignOnClient {
  readonly id: string
  readonly secret: string
  readonly redirects: readonly string[]
  /** Where a browser may be sent after signing out. */
  readonly afterwards: readonly string[]
  /** Where it is told, server to server, that a session has ended; "" where it is not. */
  readonly endings: string
}

export interface SignOnDouble {
  readonly url: string
  /** `iss` of a room. */
  issuer(name: string): string
  close(): Promise<void>
}

export interface SignOnDoubleOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly rooms: readonly Room[]
}

const HOST = '127.0.0.1'
const LONGEST_BODY = 10_000

interface Open {
  readonly room: Room
  readonly provider: Provider
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void
}

export async function startSignOnDouble({ port = 0, rooms }: SignOnDoubleOptions): Promise<SignOnDouble> {
  const open = new Map<string, Open>()
  const server = createServer((request, response) => {
    serve(open, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'x-masar-double': 'sign-on' })
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`
  for (const room of rooms) {
    const provider = openProvider(`${url}/${room.name}`, room)
    open.set(room.name, { room, provider, answer: provider.callback() })
  }
  return {
    url,
    issuer: (name) => `${url}/${name}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  open: ReadonlyMap<string, Open>,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): Promise<void> {
  const { url = '/', method } = request
  const [, name = '', rest = '/'] = /^\/([^/?]+)(\/.*)?$/.exec(url) ?? []
  const found = open.get(name)
  response.setHeader('x-masar-double', 'sign-on')
  if (found === undefined) {
    response.writeHead(404).end()
    return
  }
  const chosen = /^\/choose\/[\w-]+$/.test(rest)
  if (chosen && method === 'POST') return choose(found.provider, found.room, request, response, await personIn(request))
  if (chosen) return choose(found.provider, found.room, request, response, undefined)
  request.originalUrl = url
  request.url = rest
  found.answer(request, response)
}

async function personIn(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) {
    body += String(piece)
    if (body.length > LONGEST_BODY) throw new Error('Expected a short form')
  }
  return new URLSearchParams(body).get('person') ?? ''
}
