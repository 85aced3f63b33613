/**
 * What the operator settles once so that agencies can collect money: who we are at the switch, where it is, whose
 * signatures count. Nothing here can be set by a workflow package.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Duration } from './duration.ts'

export interface PaymentConfig {
  /** Our name at the switch, the Payee FSP: the agencies' collection account. */
  readonly fspId: string
  /** The switch's own name: only its COMMITTED counts. */
  readonly switchId: string
  /** Where the switch takes requests, e.g. "https://switch.example/fsp". */
  readonly baseUrl: string
  /** Where the switch shows a bill to its payer, who pays it there: "https://pay.example/bills/{charge}". */
  readonly payerPage?: string
  /** RSA private key, at least 2048 bits, PEM. */
  readonly privateKey: string
  /** Public keys (PEM) of the switch and of every FSP that may write to us, by FSP id. */
  readonly keys: Readonly<Record<string, string>>
  /** Secret behind the fulfilments, at least 32 characters. Changing it voids quotes that are out. */
  readonly ilpSecret: string
  /** ILP address prefix; "g.ps" unless said otherwise. */
  readonly ilpPrefix?: string
  /** How each agency appears to payers; an agency not listed appears under its code. */
  readonly payees?: Readonly<Record<string, PayeeName>>
  /** How long a payer has, unless the task says otherwise: "P3D". */
  readonly expires?: Duration
  /** Accept GET requests without a signature, as some switches send them. They only make us repeat an answer. */
  readonly unsignedQueries?: boolean
  readonly tls?: ClientTls
  readonly timing?: Partial<Timing>
}

export interface PayeeName {
  readonly name: string
  /** Party identifier at the switch; the agency code unless said otherwise. */
  readonly id?: string
  readonly sub?: string
}

/** PEM texts. */
export interface ClientTls {
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly servername?: string
}

/** All in milliseconds. */
export interface Timing {
  /** How long the switch may take to say 202 or 200. */
  readonly answer: number
  /** Added to a charge's end before we ask how it ended. */
  readonly grace: number
  /** Between sends of the same message while the switch stays silent; the last one repeats. */
  readonly resend: readonly number[]
  /** Sends without an answer before a charge is in doubt. */
  readonly resends: number
  /** Between questions about an open end; after the last one the charge is in doubt. */
  readonly query: readonly number[]
  /** Between questions about a charge in doubt, doubling up to `slowest`. */
  readonly slow: number
  readonly slowest: number
  /** A task that waits looks at its charge at least this often. */
  readonly recheck: number
  /** Largest difference between the Date of a message and our clock. */
  readonly skew: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

export const TIMING: Timing = {
  answer: 10 * SECOND,
  grace: MINUTE,
  resend: [10 * SECOND, 20 * SECOND, 40 * SECOND, 80 * SECOND, 160 * SECOND, 320 * SECOND, 10 * MINUTE],
  resends: 8,
  query: [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  slow: HOUR,
  slowest: 6 * HOUR,
  recheck: HOUR,
  skew: 5 * MINUTE,
}

/** The configuration with its keys read; throws where it could not work, before the first charge. */
export interface Account {
  readonly config: PaymentConfig
  readonly baseUrl: URL
  readonly privateKey: KeyObject
  readonly keys: ReadonlyMap<string, KeyObject>
  readonly timing: Timing
}

export function account(config: PaymentConfig): Account {
  for (const name of ['fspId', 'switchId', 'baseUrl', 'privateKey', 'ilpSecret'] as const)
    expectThat(typeof config[name] === 'string', name, 'a text')
  const keys: unknown = config.keys
  expectThat(typeof keys === 'object' && keys !== null, 'keys', 'an object of PEM texts by FSP id')
  expectThat(/^[A-Za-z0-9._-]{1,32}$/.test(config.fspId), 'fspId', 'a name of 1 to 32 letters, digits, ".", "_", "-"')
  expectThat(config.ilpSecret.length >= 32, 'ilpSecret', 'at least 32 characters')
  expectThat(Object.hasOwn(config.keys, config.switchId), 'keys', `a public key for the switch "${config.switchId}"`)
  const baseUrl = URL.parse(config.baseUrl)
  if (baseUrl === null || !/^https?:$/.test(baseUrl.protocol)) throw unfit('baseUrl', 'an http or https address')
  const { payerPage } = config
  expectThat(payerPage === undefined || isPayerPage(payerPage), 'payerPage', 'an http or https address with {charge}')
  return {
    config,
    baseUrl,
    privateKey: rsa(() => createPrivateKey(config.privateKey), 'privateKey'),
    keys: new Map(
      Object.entries(config.keys).map(([fsp, pem]) => [fsp, rsa(() => createPublicKey(pem), `keys of "${fsp}"`)]),
    ),
    timing: { ...TIMING, ...config.timing },
  }
}

const isPayerPage = (page: unknown): boolean =>
  typeof page === 'string' && page.includes('{charge}') && /^https?:$/.test(URL.parse(page)?.protocol ?? '')

function rsa(read: () => KeyObject, where: string): KeyObject {
  const key = readKey(read)
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0
  if (key?.asymmetricKeyType !== 'rsa' || bits < 2048) throw unfit(where, 'an RSA key of at least 2048 bits as PEM')
  return key
}

/** The library's own words about a broken key may quote it. */
function readKey(read: () => KeyObject): KeyObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function expectThat(holds: boolean, where: string, expected: string): void {
  if (!holds) throw unfit(where, expected)
}

const unfit = (where: string, expected: string): Error =>
  new Error(`Payment configuration: expected ${expected} in "${where}"; correct it and start again`)
