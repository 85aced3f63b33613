/** How each ordered trouble looks on the wire; the table of what the double can do wrong. */
import type { ServerResponse } from 'node:http'
import type { GarbageForm, Trouble } from './faults.ts'
import { jsonReply, rawReply, send, type Reply } from './reply.ts'

type Spoil<K extends Trouble['kind']> = (
  response: ServerResponse,
  reply: Reply,
  trouble: Extract<Trouble, { kind: K }>,
) => void

const HUGE_BYTES = 11 * 1024 * 1024

const SPOILERS: { readonly [K in Trouble['kind']]?: Spoil<K> } = {
  delay: (response, reply, { milliseconds }) => {
    setTimeout(() => response.destroyed || send(response, reply), milliseconds).unref()
  },
  resetBefore: (response) => response.socket?.resetAndDestroy(),
  resetAfterDelivery: (response) => response.socket?.resetAndDestroy(),
  garbage: (response, reply, { form }) => GARBAGE[form](response, reply),
  duplicateReply: (response, reply) => response.socket?.write(Buffer.concat([rawReply(reply), rawReply(reply)])),
  silence: () => undefined,
}

const GARBAGE: Readonly<Record<GarbageForm, (response: ServerResponse, reply: Reply) => void>> = {
  bytes: (response) => response.socket?.end('\u0016\u0003\u0001 this is not HTTP\r\n\r\n'),
  json: (response, reply) => send(response, { ...reply, body: Buffer.from('{"name": {"ar": "سل', 'utf8') }),
  huge: (response, reply) => send(response, { ...reply, body: Buffer.alloc(HUGE_BYTES, '"a",') }),
  otherMessage: (response, reply) =>
    send(response, { ...reply, headers: { ...reply.headers, 'X-Road-Id': 'another-message' } }),
  proxy: (response) => send(response, { ...jsonReply(404, { error: 'no such page' }), headers: {} }),
}

/** Answers, with or without the trouble ordered for it. */
export function answerWith(trouble: Trouble | undefined, response: ServerResponse, reply: Reply): void {
  const spoil = trouble && (SPOILERS[trouble.kind] as Spoil<Trouble['kind']> | undefined)
  if (trouble && spoil) spoil(response, reply, trouble)
  else send(response, reply)
}

/** Whether the request reaches the register before the trouble. */
export function reachesRegistry(trouble: Trouble | undefined): boolean {
  if (trouble?.kind === 'resetBefore') return false
  if (trouble?.kind === 'status' || trouble?.kind === 'xroadError') return trouble.delivered ?? false
  return true
}
