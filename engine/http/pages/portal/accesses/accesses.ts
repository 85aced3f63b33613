/** Who read a citizen's data, when and why: people by office, registers by purpose and law. */
import type { FastifyInstance } from 'fastify'
import type { DataAccess } from '../../../../core/data-access.ts'
import type { Language, Text } from '../../../../core/text.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import type { AskedRegister } from '../../../../commands/who-read.ts'
import type { Workflow } from '../../../../core/workflow.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { moment } from '../../frame/dates.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { agencyName, portalPage } from '../portal-page.ts'
import { ACCESSES_WORDS, OUTCOME_WORDS, PART_WORDS, ROLE_WORDS } from './words.ts'

const AT_ONCE = 50

export function accessesPage(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { reference: string }; Querystring: { after?: unknown } }>(
    '/my/:reference/accesses',
    { config: { policy: roles('citizen') } },
    async (request, reply) => {
      const { reference } = request.params
      const { after } = request.query
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, reference))
      const query = { limit: AT_ONCE, ...(typeof after === 'string' ? { after } : {}) }
      const { accesses, asked } = orThrow(await engine.listDataAccesses(actor, reference, query))
      const workflow = (await engine.deps.definitions.packageOf(row.program))?.workflow
      const language = languageOfPage(request)
      const say = wordsIn(ACCESSES_WORDS, language)
      return portalPage(request, reply, {
        title: say.title,
        active: 'my',
        main: html`<h1>${say.title}</h1>
          <p>${say.about}</p>
          <h2>${say.people}</h2>
          ${
            accesses.items.length === 0
              ? html`<p>${say.nobody}</p>`
              : html`<ul class="list">
                  ${accesses.items.map((one) => person(one, workflow, language))}
                </ul>`
          }
          ${
            accesses.next !== undefined &&
            html`<p>
              <a href="${URLS.accesses(reference)}?${new URLSearchParams({ after: accesses.next }).toString()}">${say.more}</a>
            </p>`
          }
          <h2>${say.registers}</h2>
          ${
            asked.length === 0
              ? html`<p>${say.noRegister}</p>`
              : html`<ul class="list">
                  ${asked.map((one) => register(one, language))}
                </ul>`
          }
          <p><a href="${URLS.application(reference)}">${say.back}</a></p>`,
      })
    },
  )
}

function person(access: DataAccess, workflow: Workflow | undefined, language: Language): Html {
  const say = wordsIn(ACCESSES_WORDS, language)
  const { part, subject, at, readerAgency } = access
  const what =
    subject === undefined
      ? PART_WORDS[part][language]
      : part === 'task'
        ? fill(say.task, { task: bilingual(subject)[language] })
        : fill(say.document, { document: subject })
  const agency = workflow?.agency === readerAgency ? agencyName(workflow)[language] : readerAgency
  return html`<li>
    <p>${fill(say.of, { who: officeOf(access, workflow?.roles ?? {})[language], agency })}</p>
    <p class="hint">${what} · ${moment(at, language)}</p>
  </li>`
}

/** By the group the service knows, else by the first of their roles. */
function officeOf({ groups: own, roles: held }: DataAccess, groups: Readonly<Record<string, Text>>): Text {
  const group = own.find((name) => Object.hasOwn(groups, name))
  const title = group === undefined ? undefined : groups[group]
  return title ?? ROLE_WORDS[held[0] ?? 'worker']
}

function register({ at, service, outcome, purpose, legalBasis }: AskedRegister, language: Language): Html {
  const say = wordsIn(ACCESSES_WORDS, language)
  return html`<li>
    ${purpose && html`<p>${fill(say.why, { purpose: purpose[language] })}</p>`}
    ${legalBasis && html`<p class="hint">${fill(say.under, { law: legalBasis.title[language] })}</p>`}
    <p class="hint">
      ${fill(say.service, { service: html`<span dir="ltr">${service}</span>` })} · ${bdi(OUTCOME_WORDS[outcome][language])}
      · ${moment(at, language)}
    </p>
  </li>`
}
