/**
 * Masar over HTTP: one Fastify application over the engine. Every route has a policy, every refusal is a problem
 * (RFC 9457), every body is judged by a schema before a handler sees it, and OpenAPI 3.1 is written from the routes.
 */
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import type { Engine } from '../engine.ts'
import {
  invalid,
  limited,
  notFound,
  ProblemError,
  tooLarge,
  unauthenticated,
  unavailable,
  forbidden,
  type Problem,
} from '../core/problem.ts'
import { accountRoutes } from './api/accounts.ts'
import { callbackRoutes } from './api/callbacks.ts'
import { certificateRoutes } from './api/certificates.ts'
import type { ApiContext, HttpOptions } from './api/context.ts'
import { deploymentRoutes } from './api/deployments.ts'
import { healthRoutes } from './api/health.ts'
import { incidentRoutes } from './api/incidents.ts'
import { instanceRoutes } from './api/instances.ts'
import { jobRoutes } from './api/jobs.ts'
import { messageRoutes } from './api/messages.ts'
import { sessionRoutes } from './api/sessions.ts'
import { taskRoutes } from './api/tasks.ts'
import { allows, demandPolicies, everyone } from './policy.ts'
import { sendProblem } from './problem.ts'
import { actorOfToken, digestOfToken } from './session.ts'

const BODY_LIMIT = 1024 * 1024
const PACKAGE_LIMIT = 5 * 1024 * 1024
const MOST_PACKAGES = 50

export async function createApp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOf(options.logLevel),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => options.engine.deps.ids.uuid(),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false } },
  })
  demandPolicies(app)
  answerWithProblems(app)
  await secure(app, options)
  await app.register(swagger, { openapi: OPENAPI })
  authenticate(app, options.engine)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    options.metrics.observeRequest(route, request.method, reply.statusCode, reply.elapsedTime / 1_000)
  })
  const context: ApiContext = { engine: options.engine, options }
  for (const routes of ROUTES) await app.register(async (scope) => routes(scope, context))
  return app
}

const ROUTES = [
  sessionRoutes,
  accountRoutes,
  deploymentRoutes,
  instanceRoutes,
  taskRoutes,
  messageRoutes,
  jobRoutes,
  incidentRoutes,
  certificateRoutes,
  callbackRoutes,
  healthRoutes,
  openApiRoute,
] as const

const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Masar · مسار',
    version: '0.1.0',
    description: 'Workflow and form engine for government agencies. Problems are application/problem+json (RFC 9457).',
  },
  components: {
    securitySchemes: { bearer: { type: 'http' as const, scheme: 'bearer' } },
  },
}

function openApiRoute(app: FastifyInstance): void {
  app.get('/api/openapi.json', { config: { policy: everyone }, schema: { hide: true } as object }, () => app.swagger())
}

/** Never bodies, never query values: a log line says which route, not what about. */
function loggerOf(level: string): NonNullable<FastifyServerOptions['logger']> {
  if (level === 'silent') return false
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }),
      err: (error: Error) => ({ type: error.name, message: error.name, stack: error.stack ?? '' }),
    },
  }
}

async function secure(app: FastifyInstance, options: HttpOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.tokenDigest ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      new ProblemError(
        limited('rate.limited', `Expected at most ${context.max} requests a minute; wait ${context.after}`),
      ),
  })
  await app.register(underPressure, { maxEventLoopDelay: 2_000, exposeStatusRoute: false })
  await app.register(multipart, { limits: { fileSize: PACKAGE_LIMIT, files: MOST_PACKAGES, fields: 0 } })
  app.addContentTypeParser('application/zip', { parseAs: 'buffer', bodyLimit: PACKAGE_LIMIT }, (_request, body, done) =>
    done(null, body),
  )
}

/** Who calls: a bearer token of an open session. Then whether they may call this route at all. */
function authenticate(app: FastifyInstance, engine: Engine): void {
  app.decorateRequest('actor', undefined)
  app.decorateRequest('tokenDigest', undefined)
  app.addHook('onRequest', async (request, reply) => {
    const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
    if (token !== undefined) {
      request.tokenDigest = digestOfToken(token)
      request.actor = await actorOfToken(engine.deps, request.tokenDigest)
    }
    const policy = request.routeOptions.config.policy
    if (policy === undefined || allows(policy, request.actor)) return
    return sendProblem(request, reply, refusal(request))
  })
}

const refusal = (request: FastifyRequest): Problem =>
  request.actor === undefined
    ? unauthenticated(
        'session.missing',
        'Expected "Authorization: Bearer <token>" with the token of an open session; sign in at POST /api/sessions',
      )
    : forbidden('route.forbidden', 'Expected a role that may use this part of Masar, but your account has none of them')

function answerWithProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      notFound(
        'route.not-found',
        `Expected a known address, but found none for ${request.method} here; see /api/openapi.json`,
      ),
    ),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem) return sendProblem(request, reply, problem)
    request.log.error(error)
    return reply
      .code(500)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: 'urn:masar:problem:bug',
          title: 'A fault in Masar · خلل في مسار',
          status: 500,
          detail: 'Something went wrong that is not your doing. Give the operator this request number.',
          code: 'bug',
          instance: `urn:masar:request:${request.id}`,
        }),
      )
  })
}

/** Expected failures; undefined for bugs. */
function problemOf(error: FastifyError): Problem | undefined {
  if (error instanceof ProblemError) return error.problem
  if (error.validation)
    return invalid(
      'request.invalid',
      `Expected a ${error.validationContext ?? 'request'} that fits the API description, but ${error.message}`,
      error.validation.map((one) => ({
        rule: `schema/${one.keyword}`,
        severity: 'error',
        place: one.instancePath || '/',
        message: one.message ?? 'is not valid',
      })),
    )
  const status = error.statusCode
  if (status === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return tooLarge('request.too-large', 'Expected a smaller request: at most 1 MB of JSON, or 5 MB for a package')
  if (status === 415)
    return invalid('request.content-type', 'Expected Content-Type: application/json (or application/zip for packages)')
  if (status === 503) return unavailable('server.busy', 'Expected a moment of rest, but the server is busy; try again')
  if (status !== undefined && status >= 400 && status < 500)
    return invalid('request.malformed', `Expected a well-formed request, but ${error.message}`)
  return undefined
}
