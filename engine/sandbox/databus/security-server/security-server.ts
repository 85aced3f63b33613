/**
 * The security server's double: takes a request under /r1 exactly as a real one would, or refuses it in the same words.
 *
 * Order of the checks as in X-Road: address and client are read, identifiers checked, the client must be registered and
 * show its certificate; then the provider's side asks whether the service exists, may be called and is switched on; only
 * then does the register see the request.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { checkRegistered, providerOf, serviceFor, type Directory } from './access.ts'
import { BusFault, faultReply, type ErrorCodes } from './bus-fault.ts'
import type { CallLog } from '../calls.ts'
import { checkRepresented } from './represented.ts'
import { checkCertificate } from './client-authentication.ts'
import { deliver } from './delivery.ts'
import type { FaultQueue, Trouble } from '../faults.ts'
import {
  readAddress,
  readClient,
  readRepresentedParty,
  serviceText,
  type ClientId,
  type ServiceAddress,
} from './identifiers.ts'
import type { Ledger } from '../ledger.ts'
import { answerMetadata, METADATA_SERVICES } from './metadata.ts'
import type { RegistryService } from '../registries/registry.ts'
import { jsonReply, type Reply } from '../reply.ts'
import { messageHeaders, requestHash, type HeaderPair } from './request-hash.ts'
import { reachesRegistry } from '../trouble.ts'

export interface Arrived {
  readonly method: string
  /** Path and query as received. */
  readonly address: string
  readonly headers: readonly HeaderPair[]
  readonly body: Buffer
  readonly socket: Socket
  /** Port of the caller. */
  readonly connection: number
  readonly now: number
}

export interface SecurityServer {
  readonly directory: Directory
  readonly faults: FaultQueue
  readonly calls: CallLog
  readonly ledger: Ledger
  readonly errorCodes: ErrorCodes
}

export interface Handled {
  readonly reply: Reply
  readonly trouble: Trouble | undefined
}

interface Exchange {
  readonly server: SecurityServer
  readonly arrived: Arrived
  readonly query: URLSearchParams
  readonly requestId: string
  readonly messageId: string
  /** A register has carried it out, whatever becomes of the answer. */
  delivered: boolean
}

const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'])

export function handle(server: SecurityServer, arrived: Arrived): Handled {
  const messageId = headerOf(arrived, 'x-road-id')[0] ?? `PS-${randomUUID()}`
  const query = new URLSearchParams(arrived.address.split('?')[1] ?? '')
  const exchange: Exchange = { server, arrived, query, requestId: randomUUID(), messageId, delivered: false }
  let trouble: Trouble | undefined
  let service: string | undefined
  let error: string | undefined
  let reply: Reply
  try {
    const address = readAddress(arrived.address.split('?')[0] ?? '')
    service = serviceText(address)
    const client = authenticate(exchange)
    trouble = server.faults.take(service)
    if (METADATA_SERVICES.includes(address.serviceCode)) {
      reply = answerMetadata(server.directory, client, address, query)
    } else {
      const answer = toRegistry(exchange, client, address, trouble)
      reply = framed(exchange, client, address, troubled(trouble, answer))
    }
  } catch (thrown) {
    if (!(thrown instanceof BusFault)) throw thrown
    error = thrown.code
    reply = faultReply(thrown, server.errorCodes, headerOf(arrived, 'accept').join(','))
  }
  note(exchange, { service, error, trouble: trouble?.kind })
  return { reply, trouble }
}

function authenticate({ server, arrived }: Exchange): ClientId {
  if (!METHODS.has(arrived.method)) throw new BusFault('server.clientproxy.internal_error', 'Unsupported method')
  const client = readClient(headerOf(arrived, 'x-road-client'))
  checkRegistered(server.directory, client)
  checkCertificate(arrived.socket, client)
  checkRepresented(readRepresentedParty(headerOf(arrived, 'x-road-represented-party')))
  return client
}

function toRegistry(
  exchange: Exchange,
  client: ClientId,
  address: ServiceAddress,
  trouble: Trouble | undefined,
): Reply {
  const { directory } = exchange.server
  const service = serviceFor(directory, providerOf(directory, address), client, address)
  const reply = reachesRegistry(trouble) ? carryOut(exchange, service, address) : jsonReply(200, { double: true })
  if (trouble?.kind === 'xroadError') throw new BusFault(trouble.code, trouble.message ?? 'Ordered of the double')
  return reply
}

function carryOut(exchange: Exchange, service: RegistryService, address: ServiceAddress): Reply {
  const { arrived, messageId, query } = exchange
  const { method, body, now } = arrived
  const key = headerOf(arrived, 'idempotency-key')[0] ?? ''
  const contentType = headerOf(arrived, 'content-type')[0]
  const { reply, effect } = deliver(service, {
    method,
    path: address.path,
    query,
    body,
    contentType,
    key,
    messageId,
    now,
  })
  if (effect) enter(exchange, address, key)
  return reply
}

function enter(exchange: Exchange, address: ServiceAddress, key: string): void {
  const { server, arrived, messageId, requestId } = exchange
  exchange.delivered = true
  server.ledger.enter({
    at: arrived.now,
    service: serviceText(address),
    method: arrived.method,
    key,
    messageId,
    requestId,
    bodyDigest: createHash('sha256').update(arrived.body).digest('hex'),
  })
}

function troubled(trouble: Trouble | undefined, reply: Reply): Reply {
  if (trouble?.kind !== 'status') return reply
  const location = trouble.location === undefined ? {} : { Location: trouble.location }
  const ordered = jsonReply(trouble.status, trouble.body ?? { code: 'ORDERED', double: true }, location)
  return trouble.text === undefined ? ordered : { ...ordered, body: Buffer.from(trouble.text, 'utf8') }
}

/** The headers both security servers add to an answer that came from the register. */
function framed(exchange: Exchange, client: ClientId, address: ServiceAddress, reply: Reply): Reply {
  const { arrived, requestId, messageId } = exchange
  const sentId = headerOf(arrived, 'x-road-id').length > 0
  const own: readonly HeaderPair[] = sentId ? arrived.headers : [...arrived.headers, ['X-Road-Id', messageId]]
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'X-Road-Client': client.encoded,
      'X-Road-Service': address.encoded,
      'X-Road-Id': messageId,
      'X-Road-Request-Id': requestId,
      'X-Road-Request-Hash': requestHash(arrived.method, arrived.address, messageHeaders(own, requestId), arrived.body),
    },
    body: arrived.method === 'HEAD' ? Buffer.alloc(0) : reply.body,
  }
}

interface Noted {
  readonly service: string | undefined
  readonly error: string | undefined
  readonly trouble: string | undefined
}

function note(exchange: Exchange, noted: Noted): void {
  const { server, arrived, messageId, requestId, delivered } = exchange
  const { service, error, trouble } = noted
  server.calls.add({
    at: arrived.now,
    method: arrived.method,
    address: arrived.address,
    headers: arrived.headers,
    body: arrived.body.toString('utf8'),
    messageId,
    requestId,
    connection: arrived.connection,
    delivered,
    ...(service === undefined ? {} : { service }),
    ...(error === undefined ? {} : { error }),
    ...(trouble === undefined ? {} : { trouble }),
  })
}

export const headerOf = (arrived: Pick<Arrived, 'headers'>, name: string): readonly string[] =>
  arrived.headers.filter(([it]) => it.toLowerCase() === name).map(([, value]) => value)
