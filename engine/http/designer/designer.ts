/**
 * The designer, where an analyst makes services: one page that carries an app, the files the app was built into, and the JSON it
 * speaks under /designer/api, which is known by the cookie of a session like a page and refuses with problems like the API.
 */
import type { FastifyError, FastifyInstance } from 'fastify'
import type { ApiContext } from '../api/context.ts'
import { refuseForgery } from '../pages/frame/csrf.ts'
import { bugPage, refusalPage } from '../pages/frame/refusal-page.ts'
import { sendBug, sendProblem } from '../problem.ts'
import { problemOf } from '../refusal.ts'
import { notFound, ProblemError } from '../../core/problem.ts'
import { designerApi } from './api.ts'
import { atDesigner } from './audience.ts'
import { packed } from './packing.ts'
import { shellRoutes } from './shell.ts'
import { staticRoutes } from './static.ts'

export async function designerRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  staticRoutes(app)
  await app.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = problemOf(error)
      if (problem) return refusalPage(request, reply, problem)
      request.log.error(error)
      return bugPage(request, reply)
    })
    shellRoutes(scope)
  })
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, page: true }
      route.schema = { ...route.schema, hide: true }
    })
    // Sealed by a header, which is judged before anybody reads what was sent.
    scope.addHook('preParsing', refuseForgery)
    scope.addHook('onSend', packed)
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = problemOf(error)
      if (problem) return sendProblem(request, reply, problem)
      request.log.error(error)
      return sendBug(request, reply)
    })
    for (const routes of designerApi) await routes(scope, context)
    // Else the page of the app would answer for it.
    scope.get('/designer/api/*', { config: { policy: atDesigner } }, (request) => {
      throw new ProblemError(
        notFound('route.not-found', `Expected a known address, but found none for ${request.method} here`),
      )
    })
  })
}
