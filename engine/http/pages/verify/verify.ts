/** Where the QR code of a certificate leads: the page, its script and style, and the answer by serial number for all others. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inBothLanguages } from '../../../core/bilingual.ts'
import { PALESTINE } from '../../../core/policy/calendar.ts'
import type { CertificateRow } from '../../../core/document.ts'
import type { Engine } from '../../../engine.ts'
import type { ApiContext } from '../../api/context.ts'
import { everyone } from '../../policy.ts'
import { about } from '../../schema.ts'
import { agencyName } from '../portal/portal-page.ts'
import { verifyPage, type VerifyView } from './page.ts'

/** Its own script and style, its own register; nothing written in the page runs. */
const HELMET = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
}

const LONGEST_SERIAL = 40

const ASSETS = [
  { path: '/verify.js', file: 'browser.js', type: 'text/javascript; charset=utf-8' },
  { path: '/verify.css', file: 'verify.css', type: 'text/css; charset=utf-8' },
] as const

export function verifyRoutes(app: FastifyInstance, { engine, options }: ApiContext): void {
  app.get<{ Querystring: { serial?: unknown } }>(
    '/verify',
    { config: { policy: everyone }, helmet: HELMET, schema: about('pages', 'Verify a certificate, for people') },
    async (request, reply) => {
      const { serial } = request.query
      const asked = typeof serial === 'string' && serial !== '' ? await ask(serial) : undefined
      const html = verifyPage({
        keys: options.certificateKeys,
        agencies: await agencyNames(engine),
        timeZone: PALESTINE.timeZone,
        ...(asked === undefined ? {} : { asked }),
      })
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
    },
  )
  for (const { path, file, type } of ASSETS) {
    const content = readFileSync(join(import.meta.dirname, file), 'utf8')
    app.get(
      path,
      { config: { policy: everyone }, schema: about('pages', `Part of /verify: ${file}`) },
      (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(content),
    )
  }

  async function ask(typed: string): Promise<NonNullable<VerifyView['asked']>> {
    const serial = typed.trim().toUpperCase().slice(0, LONGEST_SERIAL)
    return { serial, found: verdictOf(await engine.deps.store.documents.certificate(serial), engine.deps.clock.now()) }
  }
}

/** Known with the page, so that whoever reads a mark needs nobody to say who signed it. */
async function agencyNames(engine: Engine): Promise<Readonly<Record<string, string>>> {
  const services = await engine.listServices()
  return Object.fromEntries(services.map(({ workflow }) => [workflow.agency, inBothLanguages(agencyName(workflow))]))
}

function verdictOf(found: CertificateRow | undefined, now: number): NonNullable<VerifyView['asked']>['found'] {
  if (found === undefined) return 'missing'
  if (found.status === 'revoked') return 'revoked'
  return found.validUntil !== undefined && now > found.validUntil ? 'expired' : 'valid'
}
