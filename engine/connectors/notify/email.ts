/** Sends a notice by e-mail, as plain text with a right-to-left HTML twin, over the operator's SMTP server. */
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Notice } from '../../core/notice.ts'
import type { SmtpConfig } from './config.ts'

/** Rejects when the server did not take it. */
export type EmailSender = (notice: Notice) => Promise<void>

export function emailSender(config: SmtpConfig): EmailSender {
  const timeout = config.timeoutMs ?? 20_000
  const transport = createTransport({
    host: config.host,
    port: config.port,
    secure: config.secure ?? false,
    requireTLS: config.requireTls ?? false,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(config.user === undefined ? {} : { auth: { user: config.user, pass: config.password ?? '' } }),
  })
  const domain = config.from.slice(config.from.lastIndexOf('@') + 1)
  return async (notice) => {
    await transport.sendMail({
      from: { address: config.from, name: config.fromName ?? '' },
      to: { address: notice.to, name: '' },
      subject: notice.subject ?? '',
      text: notice.body,
      html: htmlOf(notice.body),
      // The same notice always has the same id: a mail server that sees it twice can tell.
      messageId: `<${createHash('sha256').update(notice.key).digest('hex').slice(0, 32)}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  }
}

/** One paragraph per paragraph, each in the direction of its own first letter. */
function htmlOf(body: string): string {
  const paragraphs = body.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n').map(escaped).join('<br>')
    return `<p dir="auto">${lines}</p>`
  })
  const direction = /[\u0600-\u06ff]/.test(body) ? 'rtl' : 'ltr'
  return `<!doctype html><html dir="${direction}"><meta charset="utf-8"><body>${paragraphs.join('')}</body></html>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
