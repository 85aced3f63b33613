/** The machine Masar runs on, as far as the rules may see it: its clock, fresh names, and being woken later. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Clock, Ids } from './core/clock.ts'
import type { InstanceId, Reference } from './core/ids.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const INSTANCE_RANDOM_CHARACTERS = 16
const REFERENCE_CHARACTERS = 8

export const systemClock: Clock = { now: () => Date.now() }

export const systemIds: Ids = {
  instance: (now) => (timePrefix(now) + characters(INSTANCE_RANDOM_CHARACTERS)) as InstanceId,
  reference(now) {
    const body = characters(REFERENCE_CHARACTERS)
    const year = new Date(now).getUTCFullYear()
    return `${year}-${body.slice(0, 4)}-${body.slice(4)}-${checkCharacter(body)}` as Reference
  },
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString('base64url'),
  fraction: () => randomInt(0, 2 ** 32) / 2 ** 32,
}

/** Lets everything that is waiting have its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** Calls back once; returns the way to cancel. */
export function alarm(milliseconds: number, ring: () => void): () => void {
  const timer = setTimeout(ring, Math.min(milliseconds, 2 ** 31 - 1))
  return () => clearTimeout(timer)
}

/** 48 bits of time as ten characters, so that ids sort by creation. */
function timePrefix(now: number): string {
  let text = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text
  return text
}

function characters(count: number): string {
  let text = ''
  for (const byte of randomBytes(count)) text += ALPHABET[byte % 32]
  return text
}

/** Weighted sum modulo 31, a prime: a mistyped or swapped character is noticed on the telephone. */
function checkCharacter(body: string): string {
  let sum = 0
  for (let i = 0; i < body.length; i++) sum += (i + 1) * ALPHABET.indexOf(body[i] ?? '0')
  return ALPHABET[sum % 31] ?? '0'
}
