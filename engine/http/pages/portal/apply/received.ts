/** The page after sending: the reference number to keep. */
import type { FastifyInstance } from 'fastify'
import { actorOfRequest, orThrow, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { bdi, html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { portalPage, titleOfProgram } from '../portal-page.ts'
import { APPLY_WORDS } from './words.ts'

export function receivedPage(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { reference: string } }>(
    '/my/:reference/received',
    { config: { policy: roles('citizen') } },
    async (request, reply) => {
      const { row } = orThrow(await engine.getInstance(actorOfRequest(request), request.params.reference))
      const language = languageOfPage(request)
      const say = wordsIn(APPLY_WORDS, language)
      const title = (await titleOfProgram(engine, row.program))[language]
      return portalPage(request, reply, {
        title: say.received,
        active: 'my',
        main: html`<h1>${say.received}</h1>
          <div class="panel reference">
            <p>${title}</p>
            <p class="hint">${say.reference}</p>
            <p class="number">${bdi(row.reference)}</p>
            <p class="hint">${say.keep}</p>
          </div>
          <h2>${say.whatNow}</h2>
          <p>${say.whatNowFollow}</p>
          <p><a class="button" href="${URLS.application(row.reference)}">${say.follow}</a></p>`,
      })
    },
  )
}
