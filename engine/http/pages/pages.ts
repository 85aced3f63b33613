/** All pages for people, area by area: one line for each. */
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../api/context.ts'
import { ACTING } from './acting/acting.ts'
import { DESK } from './desk/desk.ts'
import { assetRoutes, buildAssets } from './frame/assets.ts'
import { frame, FRAME, type Area } from './frame/frame.ts'
import { keepWhatWasTyped } from './frame/typed.ts'
import { receiveFiles } from './frame/uploads.ts'
import { PORTAL } from './portal/portal.ts'
import { SIGN_IN } from './sign-in/sign-in.ts'

const AREAS: readonly Area[] = [FRAME, SIGN_IN, ACTING, PORTAL, DESK]

export async function pages(app: FastifyInstance, context: ApiContext): Promise<void> {
  app.assets = await buildAssets(Object.assign({}, ...AREAS.map(({ assets }) => assets)))
  assetRoutes(app)
  await app.register(async (scope) => {
    frame(scope)
    keepWhatWasTyped(scope, context.engine)
    await receiveFiles(scope, context)
    for (const { routes } of AREAS) routes(scope, context)
  })
}
