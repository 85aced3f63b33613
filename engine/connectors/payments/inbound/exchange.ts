/** One message of the switch to us, as the HTTP face hands it over, and what it is answered. */
import { sortedJson } from '../wire/sorted-json.ts'
import { errorBody } from '../wire/messages.ts'
import { REFUSALS, type Refusal } from '../wire/error-codes.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Resource } from '../wire/media-type.ts'

export interface SwitchRequest {
  readonly method: string
  /** After the mount point: "/quotes/…", with the query if there is one. */
  readonly path: string
  /** Names in lower case, as node:http gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The bytes as received: the signature is over them. */
  readonly body: Uint8Array
}

export interface SwitchResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A message whose signature held: who wrote it and what it says. */
export interface VerifiedMessage {
  readonly method: string
  readonly resource: Resource
  readonly id?: string
  readonly isError: boolean
  readonly source: string
  readonly body: JsonObject
  /** sha-256 of the body as received. */
  readonly digest: string
}

/** Taken for processing; the answer follows as a callback. */
export const ACCEPTED: SwitchResponse = { status: 202, headers: {}, body: '' }
/** A callback was received. */
export const RECEIVED: SwitchResponse = { status: 200, headers: {}, body: '' }

const STATUS: Partial<Record<Refusal['code'], number>> = { [REFUSALS.uri]: 404, [REFUSALS.version]: 406 }

export const refused = (reason: Refusal, status = STATUS[reason.code] ?? 400): SwitchResponse => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: sortedJson(errorBody(reason)),
})
