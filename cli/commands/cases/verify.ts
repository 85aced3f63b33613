/**
 * Is this certificate genuine? Asked of the paper and the published keys alone, without asking who issued it.
 * And of a package (a folder or .masar file): do both executors do the same with it?
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { CertificateClaims, CertificateKeys } from '../../../engine/connectors/documents/certificate.ts'
import { invalid, isProblem, notFound, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { EXIT, USAGE } from '../../exit-codes.ts'
import { facts } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { isPdf, squaresIn } from '../../paper/squares.ts'
import { readQr } from '../../paper/qr.ts'
import { openApi } from '../../remote/api.ts'
import type { Terminal } from '../../terminal.ts'
import type { Say } from '../../text/text.ts'

interface Options {
  readonly keys?: string
  readonly with?: string
  readonly register?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<certificate-or-package...>', say('argument.verified'))
      .option('--keys <file-or-url>', say('option.keys'))
      .option('--with <folder>', say('option.with'))
      .option('--register <url>', say('option.register'))
  },

  async run({ args, options, terminal }) {
    const [given = ''] = args
    if (isPackage(given)) {
      const { verifyPackages } = await import('../../packages/verify-package.ts')
      return verifyPackages(args, options.with, terminal)
    }
    if (options.keys === undefined || args.length > 1)
      return invalid(`${USAGE}verify`, terminal.say(args.length > 1 ? 'usage.oneCertificate' : 'usage.keys'))
    const token = tokenOf(given, terminal.say)
    if (isProblem(token)) return token
    const keys = await readKeys(options.keys, terminal)
    if (isProblem(keys)) return keys
    const { verifyCertificate } = await import('../../../engine/connectors/documents/certificate.ts')
    const verdict = await verifyCertificate(token, keys, Date.now())
    if (!verdict.ok)
      return {
        json: { genuine: false, reason: verdict.reason },
        lines: [`✗ ${terminal.say(`verify.${verdict.reason}`)}`],
        exit: EXIT.invalid,
      }
    const { claims } = verdict
    if (options.register === undefined) return genuine(claims, undefined, terminal)
    const entry = await openApi(options.register.replace(/\/+$/, ''), undefined, terminal).get<Entry>(
      `/api/certificates/${encodeURIComponent(claims.sub)}`,
    )
    return isProblem(entry) ? entry : genuine(claims, entry, terminal)
  },
})

const isPackage = (path: string): boolean =>
  existsSync(path) && (statSync(path).isDirectory() || path.endsWith('.masar'))

interface Entry {
  readonly status: 'valid' | 'revoked'
  readonly revokedAt?: string
}

function genuine(claims: CertificateClaims, entry: Entry | undefined, { say }: Terminal): Outcome {
  const revoked = entry?.status === 'revoked'
  return {
    json: { genuine: true, claims, ...(entry === undefined ? {} : { register: entry }) },
    lines: [
      `✓ ${say('verify.genuine')}`,
      ...facts([
        [say('verify.serial'), claims.sub],
        [say('verify.document'), claims.doc],
        [say('verify.issuer'), claims.iss],
        [say('verify.holder'), claims.name],
        [say('verify.id4'), claims.id4],
        [say('verify.issuedAt'), moment(claims.iat * 1000)],
        [say('verify.validUntil'), claims.exp === undefined ? say('verify.noEnd') : moment(claims.exp * 1000)],
      ]),
      revoked
        ? `✗ ${say('verify.revoked', { at: moment(entry.revokedAt) })}`
        : say(entry === undefined ? 'verify.offline' : 'verify.inForce'),
    ],
    exit: revoked ? EXIT.invalid : EXIT.ok,
  }
}

/** The signed mark itself, the address a telephone reads, a text file of either, or the PDF as it was issued. */
function tokenOf(given: string, say: Say): string | Problem {
  if (!existsSync(given))
    return /^\S+\.\S+\.\S+$/.test(given) ? given : notFound('file.not-found', say('file.notFound', { file: given }))
  const bytes = readFileSync(given)
  if (!isPdf(bytes)) return bytes.toString('utf8').trim()
  const read = squaresIn(bytes).map(readQr)
  const mark = read.find((it) => it !== undefined && /#[\w-]+\.[\w-]+\.[\w-]+$/.test(it))
  return mark ?? invalid('verify.no-mark', say('verify.noMark', { file: given }))
}

async function readKeys(place: string, terminal: Terminal): Promise<CertificateKeys | Problem> {
  const { say } = terminal
  const url = URL.parse(place)
  const found = url !== null && /^https?:$/.test(url.protocol) ? await fetched(url, terminal) : read(place, say)
  if (isProblem(found)) return found
  return Array.isArray((found as Partial<CertificateKeys> | null)?.keys)
    ? (found as CertificateKeys)
    : invalid('verify.keys', say('verify.keys', { place }))
}

const fetched = (url: URL, terminal: Terminal): Promise<object | Problem> =>
  openApi(url.origin, undefined, terminal).get<object>(url.pathname + url.search)

function read(file: string, say: Say): unknown {
  if (!existsSync(file)) return notFound('file.not-found', say('file.notFound', { file }))
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return invalid('verify.keys', say('verify.keys', { place: file }))
  }
}
