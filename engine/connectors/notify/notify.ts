/**
 * The connector `masar:notify`: tells a citizen by SMS and e-mail what happened to their application, in their languages.
 *
 * Each notice is written down before it is sent and marked after; a job delivered again sends only what is not marked.
 * A citizen without a usable address never stops the case: the output `notice` says what was sent and what was skipped,
 * { sent: [{channel, to, at}], skipped: [{channel, reason: missing | unusable}] }. A gateway that does not take a notice
 * is tried again, at last with the BPMN error NOTICE_FAILED.
 */
import type { Clock } from '../../core/clock.ts'
import type { Connector, ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Notice, NoticeStore } from '../../core/notice.ts'
import { noticeText, type RenderText } from '../../core/notice-text.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { type Address, email, phone } from './address.ts'
import type { NotifyConfig } from './config.ts'
import { keepCodesTogether } from './direction.ts'
import { type EmailSender, emailSender } from './email.ts'
import { type NoticeOrder, type Preference, readNotices } from './order.ts'
import { longestSms, type SmsSender, smsSender } from './sms.ts'

export interface NotifyDeps {
  readonly notices: NoticeStore
  readonly clock: Clock
  /** Fills templates/<name>.hbs of the package as plain text; only for tasks with header `template`. */
  readonly renderText?: RenderText
}

const noticeFailed = 'NOTICE_FAILED'

export function notify(config: NotifyConfig, deps: NotifyDeps): Connector {
  const channels: Channels = {
    ...(config.smtp === undefined ? {} : { email: emailSender(config.smtp) }),
    ...(config.sms === undefined ? {} : { sms: smsSender(config.sms) }),
  }
  return {
    type: 'masar:notify',
    async run(job, signal) {
      const order = readNotices(job)
      if (isProblem(order)) return { kind: 'incident', reason: order.detail }
      const drafts = await draft(job, order, config, deps)
      if (isProblem(drafts)) return { kind: 'incident', reason: drafts.detail }
      return deliver(job, drafts, { channels, deps, signal })
    },
  }
}

interface Channels {
  readonly email?: EmailSender
  readonly sms?: SmsSender
}

interface Draft {
  readonly channel: Notice['channel']
  readonly address: Address
  readonly language: Preference
  readonly subject?: string
  readonly body: string
}

/** Every text is ready, or nothing is sent. */
async function draft(
  job: ConnectorJob,
  order: NoticeOrder,
  config: NotifyConfig,
  deps: NotifyDeps,
): Promise<readonly Draft[] | Problem> {
  const { language } = order
  const filled = await fillTemplate(job, order, deps)
  if (isProblem(filled)) return filled
  const drafts: Draft[] = []
  if (order.sms !== undefined) {
    const body = inLanguage(order.sms.text ?? filled, language, '\n')
    if (body.length > longestSms)
      return invalid('notify.sms.text', `Expected at most ${longestSms} characters by SMS, but found ${body.length}`)
    drafts.push({ channel: 'sms', address: phone(order.sms.to, config.sms?.countryCode), language, body })
  }
  if (order.email !== undefined) {
    const subject = inLanguage(order.email.subject, language, ' | ')
    const body = inLanguage(order.email.text ?? filled, language, '\n\n')
    drafts.push({ channel: 'email', address: email(order.email.to), language, subject, body })
  }
  return drafts
}

async function fillTemplate(job: ConnectorJob, order: NoticeOrder, deps: NotifyDeps): Promise<Text | Problem> {
  const { template, data } = order
  if (template === undefined) return { ar: '', en: '' }
  if (deps.renderText === undefined)
    throw new Error('Expected notify to be given `renderText`, but a task names a template')
  return noticeText(deps.renderText, job.program, template, data)
}

/** Both: Arabic first. */
function inLanguage(text: Text, language: Preference, between: string): string {
  if (language === 'en') return text.en
  const arabic = keepCodesTogether(text.ar)
  return language === 'ar' || text.ar === text.en ? arabic : `${arabic}${between}${text.en}`
}

interface Delivery {
  readonly channels: Channels
  readonly deps: NotifyDeps
  readonly signal: AbortSignal
}

async function deliver(job: ConnectorJob, drafts: readonly Draft[], delivery: Delivery): Promise<JobOutcome> {
  const sent: JsonObject[] = []
  const skipped: JsonObject[] = []
  const failures: string[] = []
  for (const draft of drafts) {
    const { channel, address } = draft
    if (address.kind !== 'usable') skipped.push({ channel, reason: address.kind })
    else if (delivery.channels[channel] === undefined)
      return { kind: 'incident', reason: `Expected a gateway for ${channel}, but the operator has configured none` }
    else {
      const result = await sendOnce(job, draft, address.to, delivery)
      if (typeof result === 'string') failures.push(`${channel}: ${result}`)
      else sent.push({ channel, to: address.to, at: new Date(result).toISOString() })
    }
  }
  if (failures.length > 0)
    return { kind: 'failed', code: noticeFailed, reason: `Expected notices to be taken, but ${failures.join('; ')}` }
  return { kind: 'completed', variables: { notice: { sent, skipped } } }
}

/** @returns when it was sent, epoch ms, now or the first time; or why not. */
async function sendOnce(job: ConnectorJob, draft: Draft, to: string, delivery: Delivery): Promise<number | string> {
  const { channel, language, subject, body } = draft
  const { notices, clock } = delivery.deps
  const notice = await notices.open({
    key: `${job.key}:${channel}`,
    agency: job.agency,
    instance: job.instance,
    channel,
    to,
    language,
    body,
    at: clock.now(),
    ...(subject === undefined ? {} : { subject }),
  })
  if (notice.sentAt !== undefined) return notice.sentAt
  try {
    if (channel === 'email') await delivery.channels.email?.(notice)
    else await delivery.channels.sms?.(notice, job.reference, delivery.signal)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const at = clock.now()
  await notices.markSent(notice.key, at)
  return at
}
