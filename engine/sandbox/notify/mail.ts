/** Reads a mail as a citizen's mailbox would show it: subject and plain text, decoded (RFC 5322, 2045, 2047; what senders use). */

export interface Mail {
  readonly subject: string
  readonly from: string
  readonly messageId: string
  readonly text: string
}

type Headers = ReadonlyMap<string, string>

/** @param raw the message after dot-unstuffing */
export function readMail(raw: Buffer): Mail {
  const { headers, body } = split(raw.toString('latin1'))
  return {
    subject: decodeWords(headers.get('subject') ?? ''),
    from: decodeWords(headers.get('from') ?? ''),
    messageId: headers.get('message-id') ?? '',
    text: plainText(headers, body).replaceAll('\r\n', '\n').trimEnd(),
  }
}

function split(message: string): { headers: Headers; body: string } {
  const end = message.indexOf('\r\n\r\n')
  const head = end < 0 ? message : message.slice(0, end)
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), utf8(line.slice(colon + 1).trim()))
  }
  return { headers, body: end < 0 ? '' : message.slice(end + 4) }
}

/** The first text/plain part. */
function plainText(headers: Headers, body: string): string {
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined) {
    for (const part of body.split(`--${boundary}`).slice(1, -1)) {
      const inner = split(part.replace(/^\r\n/, ''))
      const text = plainText(inner.headers, inner.body)
      if (text !== '') return text
    }
    return ''
  }
  return /^text\/plain/i.test(type) ? decodeBody(body, headers.get('content-transfer-encoding') ?? '7bit') : ''
}

function decodeBody(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8')
  if (/quoted-printable/i.test(encoding)) return quotedPrintable(body.replace(/=\r\n/g, ''))
  return utf8(body)
}

const quotedPrintable = (text: string): string =>
  utf8(text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))))

function decodeWords(header: string): string {
  return header
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    )
    .replace(/[\u0080-\u00ff]+/g, utf8)
}

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8')
