/** Says that a form stands as it was typed before the session ran out, and lets its reader drop that. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actorOfRequest, type ApiContext } from '../../api/context.ts'
import { signedIn } from '../../policy.ts'
import { localPath, URLS } from '../urls.ts'
import { csrfField } from './csrf.ts'
import { field } from './form-body.ts'
import { html, type Html } from './html.ts'
import { languageOfPage, wordsIn } from './language.ts'
import { redirect } from './notice.ts'
import { canonical } from './typed.ts'
import { TYPED_WORDS } from './words.ts'

/** @param address the form is sent to */
export function typedNotice(request: FastifyRequest, address: string): Html {
  const say = wordsIn(TYPED_WORDS, languageOfPage(request))
  return html`<div class="notice notice-warn" data-typed>
    <p>${say.again}</p>
    <form method="post" action="${URLS.forgetTyped()}">
      ${csrfField(request)}<input type="hidden" name="address" value="${address}" />
      <input type="hidden" name="back" value="${request.url}" /><button class="plain">${say.saved}</button>
    </form>
  </div>`
}

export function typedRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post(URLS.forgetTyped(), { config: { policy: signedIn } }, async (request, reply) => {
    await engine.forgetTypedForm(actorOfRequest(request), canonical(field(request.body, 'address')))
    return redirect(request, reply, localPath(field(request.body, 'back')) ?? URLS.home())
  })
}
