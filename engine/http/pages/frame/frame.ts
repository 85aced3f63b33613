/**
 * What every page stands in: forms are read, a post that came from elsewhere is refused, refusals are pages too, and
 * whoever asks is known by the cookie of their session and by nothing else.
 */
import { join } from 'node:path'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { ApiContext } from '../../api/context.ts'
import { everyone } from '../../policy.ts'
import { problemOf } from '../../refusal.ts'
import { URLS, localPath } from '../urls.ts'
import type { AssetSources } from './bundle.ts'
import { refuseForgery } from './csrf.ts'
import { field, readForms } from './form-body.ts'
import { bugPage, refusalPage } from './refusal-page.ts'
import { redirect } from './notice.ts'
import { typedRoutes } from './typed-notice.ts'

/** One room of the site: its routes, and the stylesheets and scripts its pages load. */
export interface Area {
  readonly routes: (app: FastifyInstance, context: ApiContext) => void
  readonly assets?: AssetSources
}

/** Everything registered in this scope afterwards is a page. */
export function frame(app: FastifyInstance): void {
  readForms(app)
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, page: true }
    route.schema = { ...route.schema, hide: true }
  })
  app.addHook('preHandler', refuseForgery)
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem) return refusalPage(request, reply, problem)
    request.log.error(error)
    return bugPage(request, reply)
  })
}

const A_YEAR = 365 * 86_400

export const FRAME: Area = {
  assets: { 'frame.css': join(import.meta.dirname, 'frame.css') },
  routes(app, context) {
    typedRoutes(app, context)
    app.post(URLS.language(), { config: { policy: everyone, anyMandate: true } }, (request, reply) => {
      const language = field(request.body, 'language')
      if (language === 'ar' || language === 'en') app.cookies.set(reply, 'masar-lang', language, A_YEAR)
      return redirect(request, reply, localPath(field(request.body, 'back')) ?? URLS.home())
    })
  },
}
