/**
 * The description of the API that other systems are built against: OpenAPI 3.1, written from the routes themselves, so
 * that it cannot say anything else than what is served. Who may call stands on every operation (`x-masar-roles`).
 */
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import type { RoutePolicy } from './policy.ts'
import { everyone } from './policy.ts'
import { RESOURCES } from './resources.ts'
import { about } from './schema.ts'

export async function describeRoutes(app: FastifyInstance): Promise<void> {
  for (const resource of Object.values(RESOURCES)) app.addSchema(resource)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Masar · مسار',
        version: '0.1.0',
        description:
          'Workflow and form engine for government agencies. Problems are application/problem+json (RFC 9457).',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'The token that POST /api/sessions gives' },
          signature: {
            type: 'apiKey',
            in: 'header',
            name: 'FSPIOP-Signature',
            description: 'JWS over the body by the payment switch (FSPIOP 1.1)',
          },
        },
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, count) => nameOf(json['$id']) ?? `def-${count}` },
    transform: ({ schema, url, route }) => ({ schema: { ...schema, ...documented(route, schema) }, url }),
  })
}

const nameOf = (id: unknown): string | undefined => (typeof id === 'string' ? id : undefined)

export function openApiRoute(app: FastifyInstance): void {
  app.get(
    '/api/openapi.json',
    { config: { policy: everyone }, schema: about('operations', 'This description, OpenAPI 3.1') },
    () => app.swagger(),
  )
}

function documented(route: RouteOptions, schema: FastifySchema | undefined): object {
  const policy = route.config?.policy
  if (policy === undefined) throw new Error(`Expected a policy on ${route.url}`)
  return {
    operationId: operationId(String(route.method), route.url),
    security: SECURITY[policy.kind],
    'x-masar-roles': policy.kind === 'roles' ? policy.roles : [WHO[policy.kind]],
    response: { ...((schema?.response as object | undefined) ?? { 200: { description: 'Done' } }), default: PROBLEM },
  }
}

const BEARER = [{ bearer: [] }]

const SECURITY: Readonly<Record<RoutePolicy['kind'], readonly object[]>> = {
  public: [],
  signedIn: BEARER,
  roles: BEARER,
  signature: [{ signature: [] }],
}

const WHO = { public: 'anyone', signedIn: 'signed-in', signature: 'payment-switch' } as const satisfies Record<
  Exclude<RoutePolicy['kind'], 'roles'>,
  string
>

const PROBLEM = {
  description: 'A refusal: what was expected, what was found, what to do',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
}

/** "POST /api/tasks/:id/claim" -> "postApiTasksIdClaim". */
const operationId = (method: string, url: string): string =>
  method.toLowerCase() +
  url
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
