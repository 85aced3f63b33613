/** What the designer's app can ask: one line for each module of routes under /designer/api. */
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../api/context.ts'
import { callableRoutes } from './callable.ts'
import { databusRoutes } from './databus.ts'
import { draftRoutes } from './drafts.ts'
import { liveRoutes } from './live.ts'
import { publishRoutes } from './publish.ts'
import { trialRoutes } from './trial.ts'
import { previewRoutes } from './preview.ts'

export const designerApi: readonly ((app: FastifyInstance, context: ApiContext) => void | Promise<void>)[] = [
  callableRoutes,
  databusRoutes,
  draftRoutes,
  liveRoutes,
  publishRoutes,
  trialRoutes,
  previewRoutes,
]
