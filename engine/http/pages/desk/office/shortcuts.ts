/** The help sheet of the keyboard, and the switch that turns single keys off. */
import type { FastifyReply } from 'fastify'
import { csrfField } from '../../frame/csrf.ts'
import { field } from '../../frame/form-body.ts'
import { html } from '../../frame/html.ts'
import { redirect } from '../../frame/notice.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, type Clerk } from '../clerk.ts'
import { OFFICE_WORDS } from './words.ts'

/** As printed on a Latin keyboard; `shortcuts.browser.ts` has their places. */
const KEYS = [
  ['J', 'keyNext'],
  ['K', 'keyPrevious'],
  ['Enter', 'keyOpen'],
  ['/', 'keyFilter'],
  ['C', 'keyClaim'],
  ['R', 'keyRelease'],
  ['F', 'keyForm'],
  ['S', 'keySave'],
  ['1 2 3 4', 'keyParts'],
  ['I', 'keyInbox'],
  ['H', 'keyHelp'],
] as const

const A_YEAR = 365 * 86_400

export function shortcutsPage({ request, say, tell, hasKeys }: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  return page(request, reply, {
    title: tell.shortcuts,
    active: 'desk',
    assets: DESK_ASSETS,
    main: html`<div data-page="help" data-keys="${hasKeys ? 'on' : 'off'}" data-inbox="${URLS.desk()}">
      <p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.shortcuts}</h1>
      <p>${tell.shortcutsHint}</p>
      <form method="post" action="${URLS.deskShortcuts()}" class="row">
        ${csrfField(request)}
        <p>${hasKeys ? tell.areOn : tell.areOff}</p>
        <button class="button button-quiet" name="keys" value="${hasKeys ? 'off' : 'on'}">${hasKeys ? tell.keysOff : tell.keysOn}</button>
      </form>
      <table>
        <thead><tr><th scope="col">${tell.key}</th><th scope="col">${tell.does}</th></tr></thead>
        <tbody>
          ${KEYS.map(([key, does]) => html`<tr><th scope="row"><kbd dir="ltr">${key}</kbd></th><td>${tell[does]}</td></tr>`)}
        </tbody>
      </table>
    </div>`,
  })
}

export function switchShortcuts({ request }: Clerk, reply: FastifyReply): FastifyReply {
  const isOff = field(request.body, 'keys') === 'off'
  request.server.cookies.set(reply, 'masar-keys', isOff ? 'off' : 'on', A_YEAR)
  const text = isOff ? OFFICE_WORDS.areOff : OFFICE_WORDS.areOn
  return redirect(request, reply, URLS.deskShortcuts(), { tone: 'good', text })
}
