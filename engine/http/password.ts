/** Passwords of local accounts: kept only as scrypt hashes, compared in constant time. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's recommendation for scrypt: N 2^17, r 8, p 1 (Password Storage Cheat Sheet). */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const KEY_BYTES = 32
const SHORTEST = 10
const LONGEST = 200

export const acceptablePassword = (password: string): boolean =>
  password.length >= SHORTEST && password.length <= LONGEST

/** `scrypt$N$r$p$salt$hash`, salt and hash as base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Takes the same time whether the account exists or not: give the hash of nobody where there is none. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt = '', hash = ''] = stored.split('$')
  if (scheme !== 'scrypt') throw new Error(`Expected a scrypt hash, but found ${scheme ?? ''}`)
  const expected = Buffer.from(hash, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** Hash of a password nobody knows, for user names nobody has. */
export const HASH_OF_NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`

/** One hash takes 128 MB: this many at once, the others wait. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running < AT_ONCE) running++
  else await new Promise<void>((next) => waiting.push(next))
  try {
    return await derived(password, salt, cost)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function derived(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
