/** Services in force: deploy packages, see which versions there are, and what each asks of an applicant. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound, invalid, ProblemError, tooLarge } from '../../core/problem.ts'
import type { CheckedPackage } from '../../core/package/package.ts'
import { mayActFor } from '../../core/policy/access.ts'
import { everyone, roles } from '../policy.ts'
import { givesOnce, givesPageOf } from '../resources.ts'
import { about, idParam, params } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const MOST_BYTES_EACH = 5 * 1024 * 1024
const MOST_PACKAGES = 50
/** Of all packages of one deployment together. */
const MOST_BYTES = 20 * 1024 * 1024

const ZIP = {
  200: { description: 'The zip', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } },
}

export async function deploymentRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  app.addContentTypeParser(
    'application/zip',
    { parseAs: 'buffer', bodyLimit: MOST_BYTES_EACH },
    (_request, bytes, done) => done(null, bytes),
  )
  await app.register(multipart, { limits: { fileSize: MOST_BYTES_EACH, files: MOST_PACKAGES, fields: 0 } })
  deploying(app, context)
  reading(app, context)
  offering(app, context)
}

function deploying(app: FastifyInstance, { engine }: ApiContext): void {
  app.post(
    '/api/deployments',
    {
      config: { policy: roles('operator', 'analyst') },
      schema: {
        ...about(
          'deployments',
          'Deploy one package (application/zip) or several together (multipart/form-data); all or none',
        ),
        response: givesOnce('Deployed'),
      },
    },
    async (request, reply) => {
      const deployed = orThrow(await engine.deploy(actorOfRequest(request), await packagesIn(request)))
      return reply.code(deployed.changed ? 201 : 200).send(deployed)
    },
  )
}

function reading(app: FastifyInstance, { engine }: ApiContext): void {
  const { store } = engine.deps

  app.get(
    '/api/deployments',
    {
      config: { policy: roles('operator', 'analyst', 'auditor', 'supervisor') },
      schema: { ...about('deployments', 'Versions deployed'), response: givesPageOf('Deployment') },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const rows = await store.deployments.list({})
      return {
        items: rows
          .filter((row) => mayActFor(actor, row.agency))
          .map((row) => ({ ...row, deployedAt: new Date(row.deployedAt).toISOString() })),
      }
    },
  )

  app.get<{ Params: { packageId: string; version: string } }>(
    '/api/deployments/:packageId/:version/package',
    {
      config: { policy: roles('operator', 'analyst', 'auditor') },
      schema: {
        ...about('deployments', 'The package as it was deployed, zipped'),
        params: params('packageId', 'version'),
        response: ZIP,
      },
    },
    async (request, reply) => {
      const { packageId, version } = request.params
      const row = await store.deployments.get(packageId, version)
      const zip =
        row && mayActFor(actorOfRequest(request), row.agency)
          ? await store.deployments.zip(packageId, version)
          : undefined
      if (zip === undefined)
        throw new ProblemError(
          notFound(
            'package.not-found',
            'Expected a deployed package you may read, but there is none by this id and version',
          ),
        )
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${packageId}-${version}.masar"`)
        .send(Buffer.from(zip))
    },
  )
}

function offering(app: FastifyInstance, { engine }: ApiContext): void {
  const { store, definitions } = engine.deps

  app.get(
    '/api/definitions',
    {
      config: { policy: everyone },
      schema: about('definitions', 'Services one can apply for, in their latest version'),
    },
    async () => {
      const ids = new Set((await store.deployments.list({})).map((row) => row.packageId))
      const latest = await Promise.all([...ids].map((id) => store.deployments.latest(id)))
      const packages = await Promise.all(latest.map((row) => row && definitions.package(row.packageId, row.version)))
      return {
        items: packages.flatMap((found) =>
          found?.workflow.start
            ? [
                {
                  id: found.workflow.id,
                  version: found.workflow.version,
                  agency: found.workflow.agency,
                  title: found.workflow.title,
                  channels: found.workflow.start.channels,
                },
              ]
            : [],
        ),
      }
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/definitions/:id',
    {
      config: { policy: everyone },
      schema: { ...about('definitions', 'One service: its title page and the form to apply with'), params: idParam },
    },
    async (request) => {
      const row = await store.deployments.latest(request.params.id)
      const found = row && (await definitions.package(row.packageId, row.version))
      if (found === undefined)
        throw new ProblemError(
          notFound(
            'package.not-found',
            `Expected a deployed service, but there is none called "${request.params.id.slice(0, 80)}"`,
          ),
        )
      const { start } = found.workflow
      return {
        workflow: found.workflow,
        digest: found.digest,
        ...formOf(found, start?.form),
        ...(start?.choices
          ? { choices: start.choices.map(({ event, name, form }) => ({ event, name, ...formOf(found, form) })) }
          : {}),
      }
    },
  )
}

/** What a browser needs to show the form. */
function formOf({ forms }: CheckedPackage, id: string | undefined): { readonly form?: object } {
  const form = id === undefined ? undefined : forms.get(id)
  return form ? { form: { schema: form.schema, ui: form.ui, title: form.title, texts: form.texts } } : {}
}

async function packagesIn(request: FastifyRequest): Promise<Uint8Array[]> {
  if (Buffer.isBuffer(request.body)) return [request.body]
  if (!request.isMultipart())
    throw new ProblemError(
      invalid(
        'deploy.content-type',
        'Expected a package as application/zip, or several as files of multipart/form-data',
      ),
    )
  const packages: Uint8Array[] = []
  let size = 0
  for await (const part of request.files()) {
    const bytes = await part.toBuffer()
    size += bytes.length
    if (size > MOST_BYTES)
      throw new ProblemError(
        tooLarge('request.too-large', `Expected at most ${MOST_BYTES} bytes of packages together; send them in parts`),
      )
    packages.push(bytes)
  }
  if (packages.length === 0)
    throw new ProblemError(invalid('deploy.empty', 'Expected at least one package, but the form holds no file'))
  return packages
}
