/** The whole application as a clerk sees it: answers, documents, history with payments and registers, notes; one part at a time. */
import type { Assistance } from '../../../../core/assistance.ts'
import { CHANNELS } from '../../../../core/channel.ts'
import { eventsOf } from '../../../../core/history.ts'
import type { LocalId } from '../../../../core/ids.ts'
import type { JsonObject } from '../../../../core/json.ts'
import type { Followed } from '../../../../commands/timeline.ts'
import { isProblem } from '../../../../core/problem.ts'
import { moment } from '../../frame/dates.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { handedInHtml, sinceHtml } from './answers.ts'
import { namesOf, type Clerk } from '../clerk.ts'
import { applicantLines } from './applicant.ts'
import { courseHtml, paymentsHtml, registersHtml } from './course.ts'
import { line } from './line.ts'
import { documentsHtml } from './documents.ts'
import { notesHtml } from './notes.ts'
import { termsHtml } from './terms.ts'
import { PARTS, type Part, type Turn } from './turn.ts'
import { CHANNEL_WORDS, CONSENT_WORDS } from '../words.ts'

export async function besideHtml(clerk: Clerk, followed: Followed, part: Part, turn: Turn): Promise<Html> {
  const { say } = clerk
  return html`<section class="beside" aria-label="${say.application}">
    <nav class="tabs" aria-label="${say.parts}">
      <ul>
        ${PARTS.map((name) => html`<li>${turn({ part: name }, say[name], name === part)}</li>`)}
      </ul>
    </nav>
    ${await PART_HTML[part](clerk, followed, turn)}
  </section>`
}

const PART_HTML: Readonly<Record<Part, (clerk: Clerk, followed: Followed, turn: Turn) => Promise<Html>>> = {
  application: applicationHtml,
  documents: async (clerk, { detail }, turn) => documentsHtml(clerk, detail, turn),
  history: async (clerk, followed) => {
    const calls = await clerk.engine.getEvidence(clerk.actor, followed.detail.row.id)
    return html`${termsHtml(clerk, followed)}${courseHtml(clerk, followed.timeline)}${paymentsHtml(clerk, followed.detail.charges)}${
      isProblem(calls) ? '' : registersHtml(clerk, calls, followed.replies)
    }`
  },
  notes: notesHtml,
}

async function applicationHtml(clerk: Clerk, { detail, answered }: Followed): Promise<Html> {
  const { say, language } = clerk
  const { row, state, assistance } = detail
  const variables = await variablesOf(clerk, detail)
  const names = await namesOf(clerk, [assistance?.operator])
  const channel = channelOf(variables)
  return html`<h2>${say.application}</h2>
    <dl class="summary">
      ${row.applicant === undefined ? line(say.applicant, say.unknownApplicant) : await applicantLines(clerk, row, row.applicant)}
      ${line(say.startedAt, moment(row.startedAt, language))}
      ${channel && line(say.channel, CHANNEL_WORDS[channel][language])}
      ${assistance && assistanceHtml(clerk, assistance, names.get(assistance.operator) ?? assistance.operator)}
      ${line(say.status, say[state.status])}
    </dl>
    ${await sinceHtml(clerk, detail, answered)}${await handedInHtml(clerk, detail, variables)}`
}

function assistanceHtml(
  { say, language }: Clerk,
  { consent, representative, statement }: Assistance,
  operator: string,
): Html {
  const given = html`${CONSENT_WORDS[consent][language]}${representative !== undefined && html`: ${bdi(representative)}`}`
  return html`${line(say.assistedBy, bdi(operator))}
  ${line(say.consent, html`${given}<p class="hint" dir="auto">${statement}</p>`)}`
}

/** What the procedure knows now; after its end, what it began with. */
async function variablesOf({ engine }: Clerk, { row, state }: Followed['detail']): Promise<JsonObject> {
  const root = state.elements['1' as LocalId]?.variables
  if (root) return root
  const [first] = await engine.deps.store.instances.history(row.id)
  const begun = first && eventsOf(first).find((event) => event.kind === 'elementActivated')
  return begun?.variables ?? {}
}

function channelOf({ application }: JsonObject): keyof typeof CHANNEL_WORDS | undefined {
  const channel =
    typeof application === 'object' && application !== null && 'channel' in application && application['channel']
  return CHANNELS.find((one) => one === channel)
}
