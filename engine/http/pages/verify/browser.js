/**
 * Checks the mark of a certificate in the visitor's own browser, with the keys that came with the page, and asks the
 * register by serial number whether it was revoked. What is in the address after "#" goes to no server.
 */

/**
 * @typedef {{ iss: string, sub: string, doc: string, name: string, id4: string, iat: number, exp?: number }} Claims
 * @typedef {'genuine' | 'expired' | 'forged' | 'unknown' | 'malformed' | 'unable'} Verdict
 */

const TEXTS = ['iss', 'sub', 'doc', 'name', 'id4']
const COORDINATE = 32
const SIGNATURE = 64
/** A QR code holds no more. */
const LONGEST = 3_000

/**
 * @param {string} mark compact JWS (RFC 7515)
 * @param {readonly JsonWebKey[]} keys
 * @param {number} now epoch milliseconds
 * @returns {Promise<{ verdict: Verdict, claims?: Claims }>}
 */
async function verify(mark, keys, now) {
  if (globalThis.crypto?.subtle === undefined) return { verdict: 'unable' }
  const parts = mark.split('.')
  const [head, body, seal] = parts.map(bytesOf)
  if (mark.length > LONGEST || parts.length !== 3 || !head || !body || seal?.length !== SIGNATURE)
    return { verdict: 'malformed' }
  const header = objectOf(head)
  const claims = claimsOf(objectOf(body))
  const plain = header && Object.keys(header).every((name) => name === 'alg' || name === 'kid')
  if (!plain || header.alg !== 'ES256' || claims === undefined) return { verdict: 'malformed' }
  const key = keys.find((one) => one.kid === header.kid && one.kty === 'EC' && one.crv === 'P-256')
  if (key === undefined) return { verdict: 'unknown' }
  if (!(await isSignedWith(key, seal, `${parts[0]}.${parts[1]}`))) return { verdict: 'forged' }
  return { verdict: claims.exp !== undefined && now > claims.exp * 1000 ? 'expired' : 'genuine', claims }
}

async function isSignedWith({ kty, crv, x, y }, seal, text) {
  if (bytesOf(x ?? '')?.length !== COORDINATE || bytesOf(y ?? '')?.length !== COORDINATE) return false
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, seal, new TextEncoder().encode(text))
}

/** Strict base64url without padding; undefined where it is not. */
function bytesOf(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return undefined
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

function objectOf(bytes) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function claimsOf(value) {
  if (value === undefined || !TEXTS.every((name) => typeof value[name] === 'string')) return undefined
  if (!isTime(value.iat) || (value.exp !== undefined && !isTime(value.exp))) return undefined
  return value
}

/** Epoch seconds of a day that a calendar has. */
const isTime = (value) => Number.isSafeInteger(value) && Math.abs(value) < 8_000_000_000

/** @returns {Promise<'valid' | 'revoked' | 'missing' | 'unreachable'>} */
async function askRegister(serial) {
  try {
    const answer = await fetch(`/api/certificates/${encodeURIComponent(serial)}`, {
      cache: 'no-store',
      credentials: 'omit',
    })
    if (answer.status === 404) return 'missing'
    if (!answer.ok) return 'unreachable'
    const { status } = await answer.json()
    return status === 'valid' || status === 'revoked' ? status : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

const main = document.querySelector('main')
const section = document.querySelector('#mark')
let round = 0

async function look() {
  const mine = ++round
  const mark = decodeURIComponent(location.hash.slice(1))
  section.hidden = mark === ''
  document.querySelector('#scan').hidden = mark !== ''
  if (mark !== '') document.querySelector('#answer')?.remove()
  say('mark')
  say('register')
  show(undefined)
  if (mark === '') return
  const { verdict, claims } = await verify(mark, JSON.parse(main.dataset.keys).keys, Date.now())
  if (mine !== round) return
  say('mark', verdict)
  show(claims)
  if (verdict !== 'genuine') return
  const found = await askRegister(claims.sub)
  if (mine !== round) return
  say('mark', AFTERWARDS[found])
  say('register', found === 'valid' ? undefined : found)
}

/** What is still said of the mark once the register has spoken: nothing that could be taken for a good word. */
const AFTERWARDS = { valid: 'inForce', unreachable: 'genuine' }

/** Shows the one sentence of this name and hides the others. */
function say(about, name) {
  for (const line of section.querySelectorAll(`[data-${about}]`)) line.hidden = line.dataset[about] !== name
}

function show(claims) {
  section.querySelector('#claims').hidden = claims === undefined
  for (const place of section.querySelectorAll('[data-claim]')) {
    const value = claims && saidOf(place.dataset.claim, claims)
    place.textContent = typeof value === 'number' ? day(value) : (value ?? '')
    place.closest('dl > div').hidden = value === undefined || value === ''
  }
}

/** An agency by its name; that it is a certificate is said by the page already. */
function saidOf(name, claims) {
  const value = claims[name]
  if (name === 'iss') return JSON.parse(main.dataset.agencies)[value] ?? value
  return name === 'doc' && value === 'certificate' ? '' : value
}

const day = (seconds) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: main.dataset.zone, dateStyle: 'short' }).format(seconds * 1000)

function lookSafely() {
  look().catch(() => {
    section.hidden = false
    say('mark', 'malformed')
  })
}

addEventListener('hashchange', lookSafely)
lookSafely()
