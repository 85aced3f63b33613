/**
 * A mail server that takes every mail for the outbox (RFC 5321): EHLO, HELO, MAIL, RCPT, DATA, RSET, NOOP, VRFY, QUIT.
 *
 * Strict about order and syntax, as a real one is: 503 out of order, 501 for a malformed address, 500 for an unknown
 * command, 552 over 1 MB. One session: greeted -> mail -> recipients -> data -> greeted again.
 */
import type { Socket } from 'node:net'
import type { Trouble } from './faults.ts'

const largestMail = 1024 * 1024

export interface SmtpHost {
  readonly take: (mail: { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer }) => void
  /** Asked once a mail has arrived whole. */
  readonly trouble: () => Trouble | undefined
}

const ADDRESS = /^(?:FROM|TO):\s?<([^<>\s]*)>((?: [A-Z0-9=_.-]+)*)$/i

export function serveSmtp(socket: Socket, host: SmtpHost): void {
  const session = new Session(socket, host)
  socket.on('data', (chunk) => session.receive(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)))
  socket.on('error', () => socket.destroy())
  session.answer('220 masar.invalid ESMTP Masar double, nothing is delivered')
}

type Step = 'connected' | 'greeted' | 'mail' | 'recipients' | 'data' | 'closing'

class Session {
  readonly socket: Socket
  readonly host: SmtpHost
  step: Step = 'connected'
  buffer = Buffer.alloc(0)
  from = ''
  to: string[] = []

  constructor(socket: Socket, host: SmtpHost) {
    this.socket = socket
    this.host = host
  }

  answer(line: string): void {
    if (this.socket.writable) this.socket.write(`${line}\r\n`)
  }

  receive(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk])
    while (this.step !== 'closing' && (this.step === 'data' ? this.readData() : this.readLine()));
    if (this.step === 'data' && this.buffer.length > largestMail) this.end('552 5.3.4 Expected at most 1 MB')
  }

  readLine(): boolean {
    const end = this.buffer.indexOf('\r\n')
    if (end < 0) {
      if (this.buffer.length > 4096) this.end('500 5.5.2 Expected a line of at most 4096 bytes')
      return false
    }
    const line = this.buffer.toString('utf8', 0, end)
    this.buffer = this.buffer.subarray(end + 2)
    this.command(line)
    return true
  }

  command(line: string): void {
    const [verb = '', ...rest] = line.split(' ')
    const handler = COMMANDS[verb.toUpperCase()]
    if (handler === undefined) this.answer('500 5.5.1 Expected a command of RFC 5321')
    else handler(this, rest.join(' '))
  }

  reset(step: Step): void {
    this.step = step
    this.from = ''
    this.to = []
  }

  /** The mail ends at a line with a dot alone; a dot that begins a line was doubled. */
  readData(): boolean {
    const whole = this.buffer.subarray(0, 3).equals(Buffer.from('.\r\n'))
    const end = whole ? 0 : this.buffer.indexOf('\r\n.\r\n') + 2
    if (!whole && end < 2) return false
    const raw = Buffer.from(this.buffer.toString('latin1', 0, end).replace(/^\.\./gm, '.'), 'latin1')
    this.buffer = this.buffer.subarray(end + 3)
    this.finish(raw)
    return true
  }

  finish(raw: Buffer): void {
    const mail = { from: this.from, to: this.to, raw }
    const trouble = this.host.trouble()
    this.reset('greeted')
    if (trouble?.kind === 'resetBefore') return this.cut()
    if (trouble?.kind === 'refuse') return this.answer(refusal(trouble.status))
    this.host.take(mail)
    if (trouble?.kind === 'resetAfterDelivery') return this.cut()
    if (trouble?.kind === 'silence') return
    if (trouble?.kind === 'delay') setTimeout(() => this.answer(TAKEN), trouble.milliseconds)
    else this.answer(TAKEN)
  }

  cut(): void {
    this.step = 'closing'
    this.socket.resetAndDestroy()
  }

  end(line: string): void {
    this.step = 'closing'
    this.answer(line)
    this.socket.end()
  }
}

const TAKEN = '250 2.0.0 Taken by the double'

const refusal = (status = 503): string =>
  status >= 400 && status < 500 ? '550 5.1.1 Mailbox unavailable' : '451 4.3.0 Try again later'

const COMMANDS: Readonly<Record<string, (session: Session, rest: string) => void>> = {
  EHLO(session, rest) {
    if (rest === '') return session.answer('501 5.5.4 Expected EHLO with a name')
    session.reset('greeted')
    for (const line of ['250-masar.invalid', '250-8BITMIME', '250-SMTPUTF8', '250-PIPELINING']) session.answer(line)
    session.answer(`250 SIZE ${largestMail}`)
  },
  HELO(session, rest) {
    if (rest === '') return session.answer('501 5.5.4 Expected HELO with a name')
    session.reset('greeted')
    session.answer('250 masar.invalid')
  },
  MAIL(session, rest) {
    if (session.step !== 'greeted') return session.answer('503 5.5.1 Expected EHLO before, and one MAIL at a time')
    const from = ADDRESS.exec(rest)
    if (from === null || !/^FROM/i.test(rest)) return session.answer('501 5.5.4 Expected MAIL FROM:<address>')
    session.reset('mail')
    session.from = from[1] ?? ''
    session.answer('250 2.1.0 OK')
  },
  RCPT(session, rest) {
    if (session.step !== 'mail' && session.step !== 'recipients')
      return session.answer('503 5.5.1 Expected MAIL before')
    const to = ADDRESS.exec(rest)?.[1]
    if (to === undefined || !/^TO/i.test(rest) || !to.includes('@'))
      return session.answer('501 5.5.4 Expected RCPT TO:<address>')
    session.step = 'recipients'
    session.to.push(to)
    session.answer('250 2.1.5 OK')
  },
  DATA(session, rest) {
    if (session.step !== 'recipients') return session.answer('503 5.5.1 Expected RCPT before')
    if (rest !== '') return session.answer('501 5.5.4 Expected DATA alone')
    session.step = 'data'
    session.answer('354 End with a dot alone')
  },
  RSET(session) {
    if (session.step !== 'connected') session.reset('greeted')
    session.answer('250 2.0.0 OK')
  },
  NOOP: (session) => session.answer('250 2.0.0 OK'),
  VRFY: (session) => session.answer('252 2.5.0 Send and see'),
  QUIT: (session) => session.end('221 2.0.0 Bye'),
}
