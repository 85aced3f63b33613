import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readMail } from '../../engine/sandbox/notify/mail.ts'
import { type NotifyDouble, startNotifyDouble } from '../../engine/sandbox/notify/double.ts'
import { clock } from './setting.ts'

const double = await startNotifyDouble({ clock })
afterAll(() => double.close())

/** Says the lines one after another and gives back the codes answered. */
async function talk(lines: readonly string[], server: NotifyDouble = double): Promise<string[]> {
  const socket = connect(server.smtp.port, server.smtp.host)
  const codes: string[] = []
  let heard = ''
  const answer = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = /^(?:\d{3}-.*\r\n)*(\d{3}) .*\r\n/.exec(heard)
        if (match === null) return
        heard = heard.slice(match[0].length)
        socket.off('data', hear)
        resolve(match[1] ?? '')
      }
      const hear = (chunk: Buffer): void => {
        heard += chunk.toString()
        look()
      }
      socket.on('data', hear)
      socket.once('error', reject)
      look()
    })
  codes.push(await answer())
  for (const line of lines) {
    socket.write(`${line}\r\n`)
    codes.push(await answer())
  }
  socket.destroy()
  return codes
}

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${double.url}/sms`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('the mail server', () => {
  test('takes a mail in the order of RFC 5321', async () => {
    const mail = 'Subject: =?utf-8?B?2YXYsdit2KjYpw==?=\r\n\r\n..dot\r\nbody\r\n.'
    expect(await talk(['EHLO me', 'MAIL FROM:<a@b.ps> SIZE=100', 'RCPT TO:<c@d.ps>', 'DATA', mail, 'QUIT'])).toEqual([
      '220',
      '250',
      '250',
      '250',
      '354',
      '250',
      '221',
    ])
    expect(double.outbox().at(-1)).toMatchObject({ to: 'c@d.ps', subject: 'مرحبا', text: '.dot\nbody' })
  })

  test('takes several at once when they come in one piece', async () => {
    const before = double.outbox().length
    const mail = 'MAIL FROM:<a@b.ps>\r\nRCPT TO:<c@d.ps>\r\nDATA'
    const socket = connect(double.smtp.port, double.smtp.host)
    const all = `EHLO me\r\n${mail}\r\n.\r\n${mail}\r\nx\r\n.\r\nQUIT\r\n`
    socket.resume().write(all)
    await new Promise((resolve) => socket.on('close', resolve))
    expect(double.outbox().length - before).toBe(2)
  })

  test.each([
    [['MAIL FROM:<a@b.ps>'], '503'],
    [['EHLO me', 'RCPT TO:<a@b.ps>'], '503'],
    [['EHLO me', 'MAIL FROM:<a@b.ps>', 'DATA'], '503'],
    [['EHLO me', 'MAIL FROM:<a@b.ps>', 'MAIL FROM:<a@b.ps>'], '503'],
    [['EHLO me', 'MAIL a@b.ps'], '501'],
    [['EHLO me', 'MAIL FROM:<a@b.ps>', 'RCPT TO:<nobody>'], '501'],
    [['EHLO'], '501'],
    [['HELLO me'], '500'],
    [['EHLO me', 'MAIL FROM:<a@b.ps>', 'RSET', 'RCPT TO:<a@b.ps>'], '503'],
    [['EHLO me', 'NOOP'], '250'],
    [['HELO me'], '250'],
  ])('answers %j with %s', async (lines, code) => {
    expect((await talk(lines)).at(-1)).toBe(code)
  })

  test('refuses a mail over 1 MB', async () => {
    const long = `${'x'.repeat(1_100_000)}\r\n.`
    expect((await talk(['EHLO me', 'MAIL FROM:<a@b.ps>', 'RCPT TO:<c@d.ps>', 'DATA', long])).at(-1)).toBe('552')
  })
})

test('a mail is read in every encoding senders use', () => {
  const parts = [
    'From: a@b.ps',
    'Message-ID: <1@b>',
    'Subject: =?UTF-8?Q?=D8=A3_b?= =?UTF-8?B?2Kg=?=',
    'Content-Type: multipart/alternative;\r\n boundary="x"',
    '',
    '--x',
    'Content-Type: text/html',
    '',
    '<p>no</p>',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=D8=A3=\r\n=D8=A8',
    '--x--',
  ]
  const mail = readMail(Buffer.from(parts.join('\r\n')))
  expect(mail).toEqual({ from: 'a@b.ps', messageId: '<1@b>', subject: 'أ bب', text: 'أب' })
})

describe('the SMS gateway', () => {
  test.each([
    [400, { to: '+970599000000', text: 'x' }, { 'Idempotency-Key': '' }],
    [415, { to: '+970599000000', text: 'x' }, { 'Content-Type': 'text/plain' }],
    [422, { to: 'someone', text: 'x' }, {}],
    [422, { to: '+970599000000' }, {}],
    [422, 'not json', {}],
    [413, { to: '+970599000000', text: 'x'.repeat(70_000) }, {}],
  ])('refuses with %i: %j', async (status, body, headers) => {
    const before = double.outbox().length
    expect((await post(body, headers as Record<string, string>)).status).toBe(status)
    expect(double.outbox()).toHaveLength(before)
  })

  test('sends once under one key, and refuses the key for another message', async () => {
    const before = double.outbox().length
    const codes = []
    for (const text of ['same', 'same', 'other']) codes.push((await post({ to: '+970599000000', text })).status)
    expect(codes).toEqual([202, 202, 422])
    expect(double.outbox().length - before).toBe(1)
  })
})

describe('the outbox', () => {
  test('says on every answer that it is a double', async () => {
    for (const path of ['/outbox', '/', '/nowhere', '/__double/faults']) {
      const response = await fetch(double.url + path)
      expect(response.headers.get('x-masar-double')).toBe('notify')
    }
  })

  test('is a page in Arabic and English on which a message stays text', async () => {
    await post({ to: '+970599111111', text: '<script>alert(1)</script>' }, { 'Idempotency-Key': 'xss' })
    const page = await (await fetch(`${double.url}/outbox`, { headers: { Accept: 'text/html' } })).text()
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('This is a double')
    expect(page).not.toContain('<script>')
  })

  test('takes orders for trouble over HTTP and forgets them again', async () => {
    const faults = `${double.url}/__double/faults`
    const order = (body: unknown) => fetch(faults, { method: 'POST', body: JSON.stringify(body) })
    expect((await order({ kind: 'explode' })).status).toBe(422)
    expect((await order({ kind: 'delay' })).status).toBe(422)
    expect((await order({ kind: 'refuse', channel: 'sms', skip: 1, status: 429 })).status).toBe(201)
    const codes = []
    for (const key of ['f1', 'f2', 'f3'])
      codes.push((await post({ to: '+970599000000', text: 'x' }, { 'Idempotency-Key': key })).status)
    expect(codes).toEqual([202, 429, 202])
    await order({ kind: 'silence' })
    expect(await (await fetch(faults, { method: 'DELETE' })).json()).toEqual({ double: true, faults: [] })
  })

  test('is there again after a restart when it has a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'masar-outbox-'))
    const ledger = join(folder, 'outbox.jsonl')
    const first = await startNotifyDouble({ clock, ledger })
    await talk(['EHLO me', 'MAIL FROM:<a@b.ps>', 'RCPT TO:<c@d.ps>', 'DATA', 'Subject: s\r\n\r\nb\r\n.'], first)
    await first.close()
    const second = await startNotifyDouble({ clock, ledger })
    expect(second.outbox()).toMatchObject([{ to: 'c@d.ps', subject: 's', text: 'b' }])
    await second.close()
    await rm(folder, { recursive: true })
  })
})
