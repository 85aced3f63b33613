/** One request of a client to the server under test; no answer is an answer too. */
import type { JsonObject } from '../../engine/core/json.ts'
import { tokenOf, type Person } from './people.ts'

export interface Reply {
  readonly status: number
  readonly body: JsonObject
}

/** How clients reach the server as long as it lives. */
export interface Line {
  readonly url: string
  /** Aborted when the server is dead. */
  readonly alive: AbortSignal
  /** Told of each answer. */
  heard(): void
}

export interface Ask {
  readonly body?: JsonObject | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

/** The server may be slow on a busy machine; after this the client takes it for dead and sends again. */
const PATIENCE = 10_000

/** undefined: nobody knows whether it was received. */
export async function call(
  line: Line,
  who: Person,
  method: string,
  path: string,
  ask: Ask = {},
): Promise<Reply | undefined> {
  const { body, headers } = ask
  try {
    const response = await fetch(line.url + path, {
      method,
      headers: {
        authorization: `Bearer ${tokenOf(who)}`,
        ...(body === undefined
          ? {}
          : { 'content-type': body instanceof Uint8Array ? 'application/zip' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
      signal: AbortSignal.any([line.alive, AbortSignal.timeout(PATIENCE)]),
    })
    const text = await response.text()
    line.heard()
    return { status: response.status, body: JSON.parse(text) as JsonObject }
  } catch {
    return undefined
  }
}

/** Refused for the moment: the client sends it again. */
export const isPassing = ({ status }: Reply): boolean => status === 503 || status === 429
