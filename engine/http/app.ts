/**
 * Masar over HTTP: one Fastify application over the engine. Every route has a policy, every refusal is a problem
 * (RFC 9457), every body is judged by a schema before a handler sees it, and OpenAPI 3.1 is written from the routes.
 */
import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { adHocRoutes } from './api/ad-hoc.ts'
import { accountRoutes } from './api/accounts.ts'
import { attachmentRoutes } from './api/attachments.ts'
import { callbackRoutes } from './api/callbacks.ts'
import { certificateRoutes } from './api/certificates.ts'
import { conditionRoutes } from './api/conditions.ts'
import type { ApiContext, HttpOptions } from './api/context.ts'
import { dataAccessRoutes } from './api/data-accesses.ts'
import { delegationRoutes } from './api/delegations.ts'
import { deploymentRoutes } from './api/deployments.ts'
import { healthRoutes } from './api/health.ts'
import { inboxRoutes } from './api/inbox.ts'
import { incidentRoutes } from './api/incidents.ts'
import { instanceRoutes } from './api/instances.ts'
import { noteRoutes } from './api/notes.ts'
import { operationRoutes } from './api/operations.ts'
import { suspensionRoutes } from './api/suspensions.ts'
import { jobRoutes } from './api/jobs.ts'
import { mandateRoutes } from './api/mandates.ts'
import { messageRoutes } from './api/messages.ts'
import { migrationRoutes } from './api/migrations.ts'
import { recordRoutes } from './api/records.ts'
import { sessionRoutes } from './api/sessions.ts'
import { clockStopRoutes } from './api/clock-stops.ts'
import { holidayRoutes } from './api/holidays.ts'
import { signOnEndingRoutes } from './api/sign-on-endings.ts'
import { savedFilterRoutes } from './api/saved-filters.ts'
import { signalRoutes } from './api/signals.ts'
import { taskRoutes } from './api/tasks.ts'
import { createAttempts } from './attempts.ts'
import { readBodies } from './body.ts'
import { designerRoutes } from './designer/designer.ts'
import { closeGently } from './farewell.ts'
import { fileRoutes } from './files/files.ts'
import { fileLinks } from './files/links.ts'
import { guard } from './guard.ts'
import { describeRoutes, openApiRoute } from './openapi.ts'
import { carryPages } from './pages/frame/carry.ts'
import { pages } from './pages/pages.ts'
import { verifyRoutes } from './pages/verify/verify.ts'
import { demandPolicies } from './policy.ts'
import { answerWithProblems, refuseAddress, refuseConnection } from './refusal.ts'
import { partiesOf } from './sign-on/parties.ts'

const BODY_LIMIT = 1024 * 1024
const LONGEST_PARAMETER = 200

export async function createApp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOf(options.logLevel),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    requestTimeout: 300_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    genReqId: () => options.engine.deps.ids.uuid(),
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false } },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  })
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  demandPolicies(app)
  carryPages(app, options)
  closeGently(app)
  await secure(app)
  await guard(app, options.engine, options.requestsPerMinute)
  answerWithProblems(app)
  await describeRoutes(app)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    options.metrics.observeRequest(route, request.method, reply.statusCode, reply.elapsedTime / 1_000)
  })
  const context: ApiContext = {
    engine: options.engine,
    options,
    attempts: createAttempts(),
    links: fileLinks(),
    parties: partiesOf(options.signOns, options.publicUrl, options.engine.deps.clock),
  }
  for (const routes of ROUTES) await app.register(async (scope) => routes(scope, context))
  await pages(app, context)
  await designerRoutes(app, context)
  return app
}

const ROUTES = [
  sessionRoutes,
  signOnEndingRoutes,
  mandateRoutes,
  accountRoutes,
  deploymentRoutes,
  instanceRoutes,
  recordRoutes,
  dataAccessRoutes,
  operationRoutes,
  adHocRoutes,
  suspensionRoutes,
  taskRoutes,
  inboxRoutes,
  savedFilterRoutes,
  noteRoutes,
  delegationRoutes,
  attachmentRoutes,
  fileRoutes,
  messageRoutes,
  signalRoutes,
  holidayRoutes,
  clockStopRoutes,
  conditionRoutes,
  jobRoutes,
  incidentRoutes,
  migrationRoutes,
  certificateRoutes,
  callbackRoutes,
  healthRoutes,
  verifyRoutes,
  openApiRoute,
] as const

/** Never bodies, never query values: a log line says which route, not what about. On standard error, as logs are. */
function loggerOf(level: string): NonNullable<FastifyServerOptions['logger']> {
  if (level === 'silent') return false
  return {
    level,
    stream: process.stderr,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }),
      err: (error: Error) => ({ type: error.name, message: error.name, stack: error.stack ?? '' }),
    },
  }
}

async function secure(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(underPressure, { maxEventLoopDelay: 2_000, exposeStatusRoute: false })
  readBodies(app)
}
