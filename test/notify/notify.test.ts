import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readNotifyConfig, type SmsConfig, type SmtpConfig } from '../../engine/connectors/notify/config.ts'
import { notify } from '../../engine/connectors/notify/notify.ts'
import { startNotifyDouble } from '../../engine/sandbox/notify/double.ts'
import { clock, type NoticeBook, noon, noticeBook, notifyJob } from './setting.ts'

const double = await startNotifyDouble({ clock, token: 'let-me-in' })
afterAll(() => double.close())

const sms: SmsConfig = { url: `${double.url}/sms`, token: 'let-me-in', countryCode: '+970' }
const smtp: SmtpConfig = { ...double.smtp, from: 'no-reply@masar.example.ps', fromName: 'مسار' }
const never = new AbortController().signal

let notices: NoticeBook
beforeEach(async () => {
  notices = noticeBook()
  double.faults.clear()
  await fetch(`${double.url}/outbox`, { method: 'DELETE' })
})

const connector = (config = { sms, smtp }) => notify(config, { notices, clock })
const text = { ar: 'صدرت شهادتك.\nيمكنك تنزيلها.', en: 'Your certificate is issued.\nYou can download it.' }
const subject = { ar: 'شهادة عدم محكومية', en: 'Non-conviction certificate' }
const both = { sms: { to: '0599123456', text }, email: { to: 'layla@example.ps', subject, text } }

describe('a citizen with telephone and e-mail', () => {
  test('is told by both, in both languages, Arabic first', async () => {
    const outcome = await connector().run(notifyJob(both), never)
    expect(outcome).toEqual({
      kind: 'completed',
      variables: {
        notice: {
          sent: [
            { channel: 'sms', to: '+970599123456', at: '2026-11-23T12:00:00.000Z' },
            { channel: 'email', to: 'layla@example.ps', at: '2026-11-23T12:00:00.000Z' },
          ],
          skipped: [],
        },
      },
    })
    expect(double.outbox()).toMatchObject([
      { channel: 'sms', to: '+970599123456', text: `${text.ar}\n${text.en}`, reference: '2026-7K3F-9QXM-4' },
      {
        channel: 'email',
        to: 'layla@example.ps',
        from: 'مسار <no-reply@masar.example.ps>',
        subject: `${subject.ar} | ${subject.en}`,
        text: `${text.ar}\n\n${text.en}`,
      },
    ])
  })

  test.each([
    ['ar', text.ar],
    ['en', text.en],
  ])('who prefers %s reads only that', async (language, expected) => {
    await connector().run(notifyJob({ ...both, language }), never)
    expect(double.outbox().map((taken) => taken.text)).toEqual([expected, expected])
  })

  test('is told once, however often the job is delivered', async () => {
    for (let delivery = 0; delivery < 3; delivery++)
      expect(await connector().run(notifyJob(both), never)).toMatchObject({ kind: 'completed' })
    expect(double.outbox()).toHaveLength(2)
  })

  test('keeps the notice with the case: what was sent, to whom and when', async () => {
    await connector().run(notifyJob(both), never)
    expect([...notices.rows.values()]).toMatchObject([
      { channel: 'sms', agency: 'moj', language: 'both', at: noon, sentAt: noon },
      { channel: 'email', to: 'layla@example.ps', subject: `${subject.ar} | ${subject.en}`, sentAt: noon },
    ])
  })

  test('gets long lines, dots and Arabic exactly as written', async () => {
    const hard = `.أول\n..\n.\n${'كلمة '.repeat(300)}نهاية\n=20 =?utf-8?q?x?= <b>&amp;</b>`
    await connector().run(notifyJob({ email: { to: 'a@b.ps', subject, text: hard } }), never)
    expect(double.outbox()[0]?.text).toBe(hard)
  })
})

describe('a citizen without a usable address', () => {
  test.each([
    ['missing', { sms: { to: null, text } }],
    ['missing', { sms: { to: '', text } }],
    ['missing', { sms: { text } }],
    ['unusable', { sms: { to: 'call me', text } }],
    ['unusable', { sms: { to: '12', text } }],
    ['unusable', { sms: { to: '+970599123456\r\n+970599000000', text } }],
    ['unusable', { email: { to: 'nobody', subject, text } }],
    ['unusable', { email: { to: 'a@b.ps\r\nBcc: c@d.ps', subject, text } }],
    ['unusable', { email: { to: 'a@b.ps, c@d.ps', subject, text } }],
    ['unusable', { email: { to: '"x" <a@b.ps>', subject, text } }],
    ['unusable', { email: { to: 'a@b\u0000.ps', subject, text } }],
    ['unusable', { email: { to: { address: 'a@b.ps' }, subject, text } }],
  ])('does not stop the case (%s): %j', async (reason, variables) => {
    const outcome = await connector().run(notifyJob(variables as never), never)
    const [channel] = Object.keys(variables)
    expect(outcome).toEqual({ kind: 'completed', variables: { notice: { sent: [], skipped: [{ channel, reason }] } } })
    expect(double.outbox()).toEqual([])
  })

  test('is still told by the other channel', async () => {
    const outcome = await connector().run(notifyJob({ ...both, email: { to: null, subject, text } }), never)
    expect(outcome).toMatchObject({
      variables: { notice: { sent: [{ channel: 'sms' }], skipped: [{ channel: 'email', reason: 'missing' }] } },
    })
  })

  test.each([
    ['٠٥٩٩ ١٢٣ ٤٥٦', '+970599123456'],
    ['00970-599-123456', '+970599123456'],
    ['(+970) 599 123 456', '+970599123456'],
  ])('is not one who writes the number as %s', async (to, normal) => {
    await connector().run(notifyJob({ sms: { to, text } }), never)
    expect(double.outbox()[0]?.to).toBe(normal)
  })
})

describe('a task that asks wrongly', () => {
  test.each([
    ['no channel', {}, 'sms { to, text } or email'],
    ['one language', { sms: { to: '0599123456', text: { ar: 'x' } } }, 'sms.text in both languages'],
    ['a subject of two lines', { email: { to: 'a@b.ps', subject: 'x\r\nBcc: c@d.ps', text } }, 'in one line'],
    ['another language', { ...both, language: 'he' }, 'language to be'],
    ['an endless SMS', { sms: { to: '0599123456', text: 'x'.repeat(700) } }, 'at most 670 characters'],
    ['no text', { sms: { to: '0599123456' } }, 'sms.text'],
  ])('is an incident that says what was expected: %s', async (_name, variables, expected) => {
    const outcome = await connector().run(notifyJob(variables as never), never)
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining(expected) })
    expect(double.outbox()).toEqual([])
  })

  test('for a channel the operator has not configured is an incident', async () => {
    const outcome = await notify({}, { notices, clock }).run(notifyJob(both), never)
    expect(outcome).toMatchObject({ kind: 'incident', reason: expect.stringContaining('configured none') })
  })
})

describe('a notice from a template', () => {
  test('is filled in both languages', async () => {
    const told = notify(
      { sms, smtp },
      {
        notices,
        clock,
        renderText: async (_program, name, data, language) => `${name} ${language} ${String(data['n'])}\n`,
      },
    )
    const variables = { sms: { to: '0599123456' }, data: { n: 5 } }
    await told.run(notifyJob(variables, { headers: { template: 'issued' } }), never)
    expect(double.outbox()[0]?.text).toBe('issued.ar.txt ar 5\nissued.en.txt en 5')
  })

  test('that cannot be filled is an incident and nothing is sent', async () => {
    const detail = 'Expected the data to have "name"'
    const told = notify(
      { sms, smtp },
      { notices, clock, renderText: async () => ({ kind: 'invalid', code: 'template.data', detail }) },
    )
    const outcome = await told.run(notifyJob({ sms: { to: '0599123456' } }, { headers: { template: 'x' } }), never)
    expect(outcome).toEqual({ kind: 'incident', reason: detail })
    expect(double.outbox()).toEqual([])
  })
})

describe('a gateway in trouble', () => {
  test.each(['refuse', 'resetBefore'] as const)('that does not take it (%s) is tried again', async (kind) => {
    for (const channel of ['sms', 'email'] as const) double.faults.add({ kind, channel })
    const first = await connector().run(notifyJob(both), never)
    expect(first).toMatchObject({ kind: 'failed', code: 'NOTICE_FAILED' })
    expect(double.outbox()).toEqual([])
    expect(await connector().run(notifyJob(both), never)).toMatchObject({ kind: 'completed' })
    expect(double.outbox()).toHaveLength(2)
  })

  test.each(['resetAfterDelivery', 'silence'] as const)(
    'whose answer is lost (%s) sends one SMS all the same',
    async (kind) => {
      double.faults.add({ kind, channel: 'sms' })
      const hasty = connector({ smtp, sms: { ...sms, timeoutMs: 300 } })
      expect(await hasty.run(notifyJob({ sms: both.sms }), never)).toMatchObject({ kind: 'failed' })
      expect(await connector().run(notifyJob(both), never)).toMatchObject({ kind: 'completed' })
      expect(double.outbox().map((taken) => taken.channel)).toEqual(['sms', 'email'])
    },
  )

  test('whose answer to a mail is lost gets the mail again under the same Message-ID', async () => {
    double.faults.add({ kind: 'resetAfterDelivery', channel: 'email' })
    const job = notifyJob({ email: both.email })
    expect(await connector().run(job, never)).toMatchObject({ kind: 'failed' })
    await connector().run(job, never)
    const ids = double.outbox().map((taken) => taken.key)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('sends again only what did not leave', async () => {
    double.faults.add({ kind: 'refuse', channel: 'email', status: 450 })
    expect(await connector().run(notifyJob(both), never)).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/^(?!.*sms).*email: .*550/),
    })
    await connector().run(notifyJob(both), never)
    expect(double.outbox().map((taken) => taken.channel)).toEqual(['sms', 'email'])
  })

  test('that redirects elsewhere is not followed', async () => {
    double.faults.add({ kind: 'refuse', channel: 'sms', status: 307 })
    expect(await connector().run(notifyJob({ sms: both.sms }), never)).toMatchObject({
      reason: expect.stringContaining('307'),
    })
  })

  test('that knows us not says so', async () => {
    const outcome = await connector({ smtp, sms: { ...sms, token: 'wrong' } }).run(notifyJob({ sms: both.sms }), never)
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('401') })
  })
})

test('the operator is told what is wrong with the settings, without the secrets', () => {
  expect(readNotifyConfig({ sms, smtp })).toEqual({ sms, smtp })
  for (const [settings, place] of [
    [{ mail: {} }, 'notify.mail'],
    [{ smtp: { host: 'x', port: 25 } }, 'notify.smtp.from'],
    [{ smtp: { ...smtp, from: 'a@b\r\nBcc: c@d' } }, 'notify.smtp.from'],
    [{ smtp: { ...smtp, port: 70_000 } }, 'notify.smtp.port'],
    [{ sms: { url: 'file:///etc/passwd' } }, 'notify.sms.url'],
    [{ sms: { ...sms, token: 'top\nsecret' } }, 'notify.sms.token'],
    [{ sms: { ...sms, countryCode: '970' } }, 'notify.sms.countryCode'],
  ] as const) {
    const problem = readNotifyConfig(settings)
    expect(problem).toMatchObject({ kind: 'invalid', detail: expect.stringContaining(place) })
    expect(JSON.stringify(problem)).not.toContain('secret')
  }
})
