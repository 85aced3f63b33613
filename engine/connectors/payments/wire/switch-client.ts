/**
 * Our mouth towards the switch: signs a message, sends it, and says whether it arrived.
 *
 * accepted: the switch took it (200 or 202). refused: it answered with an error of its own. silent: no answer, or one
 * that decides nothing; whether the message arrived is not known. Redirects are not followed and no host but the
 * configured one is ever spoken to.
 */
import { request as httpRequest } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import type { Clock } from '../../../core/clock.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Account } from '../config.ts'
import { seal } from './jws.ts'
import { accept, contentType, type Resource } from './media-type.ts'
import { sortedJson } from './sorted-json.ts'

export type Delivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly code: string; readonly description: string }
  | { readonly kind: 'silent'; readonly reason: string }

export interface SwitchMessage {
  readonly method: 'POST' | 'PUT' | 'GET'
  readonly resource: Resource
  /** After the resource: "" or "/{id}" or "/{id}/error". */
  readonly rest: string
  readonly destination: string
  readonly body?: JsonObject
}

export interface SwitchClient {
  send(message: SwitchMessage, signal?: AbortSignal): Promise<Delivery>
}

const MAX_ANSWER = 64 * 1024

export function switchClient(account: Account, clock: Clock): SwitchClient {
  const { config, baseUrl, timing } = account
  const request = baseUrl.protocol === 'https:' ? httpsRequest : httpRequest
  return {
    send(message, signal) {
      const body = message.body === undefined ? '' : sortedJson(message.body)
      const uri = `/${message.resource}${message.rest}`
      const stop = AbortSignal.timeout(timing.answer)
      const options: RequestOptions = {
        method: message.method,
        path: baseUrl.pathname.replace(/\/$/, '') + uri,
        headers: headersOf(message, uri, body, account, clock.now()),
        signal: signal === undefined ? stop : AbortSignal.any([stop, signal]),
        agent: false,
        ...config.tls,
      }
      return new Promise((resolve) => {
        const call = request(baseUrl, options, (response) => {
          const chunks: Buffer[] = []
          let size = 0
          response.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > MAX_ANSWER) call.destroy(new Error('answer larger than 64 KiB'))
            else chunks.push(chunk)
          })
          response.on('end', () => resolve(reading(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))))
          response.on('error', (error) => resolve({ kind: 'silent', reason: error.message }))
        })
        call.on('error', (error) => resolve({ kind: 'silent', reason: error.message }))
        call.end(body)
      })
    },
  }
}

function headersOf(message: SwitchMessage, uri: string, body: string, account: Account, now: number) {
  const envelope = {
    uri,
    method: message.method,
    source: account.config.fspId,
    destination: message.destination,
    date: new Date(now).toUTCString(),
  }
  return {
    'Content-Type': contentType(message.resource),
    ...(message.method === 'PUT' ? {} : { Accept: accept(message.resource) }),
    ...(message.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
    Date: envelope.date,
    'FSPIOP-Source': envelope.source,
    'FSPIOP-Destination': envelope.destination,
    'FSPIOP-URI': envelope.uri,
    'FSPIOP-HTTP-Method': envelope.method,
    'FSPIOP-Signature': seal(envelope, body, account.privateKey),
  }
}

function reading(status: number, text: string): Delivery {
  if (status === 200 || status === 202) return { kind: 'accepted' }
  if (status >= 500 && status !== 501) return { kind: 'silent', reason: `the switch answered ${status}` }
  const code = /"errorCode"\s*:\s*"([1-9][0-9]{3})"/.exec(text)?.[1] ?? '3000'
  const description = /"errorDescription"\s*:\s*"((?:[^"\\]|\\.){0,200})"/.exec(text)?.[1] ?? `HTTP status ${status}`
  return { kind: 'refused', code, description }
}
