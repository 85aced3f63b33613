/** Applying: page after page, saved at each step, read over, sent once. */
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../../../api/context.ts'
import { checkPages } from './check.ts'
import { fillPages } from './fill.ts'
import { receivedPage } from './received.ts'

export function applyPages(app: FastifyInstance, context: ApiContext): void {
  fillPages(app, context)
  checkPages(app, context)
  receivedPage(app, context)
}
