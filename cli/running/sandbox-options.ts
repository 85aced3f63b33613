/** On which ports the doubles listen. */
import type { Command } from 'commander'
import { invalid, type Problem } from '../../engine/core/problem.ts'
import type { Say } from '../text/text.ts'
import { portOf } from './port.ts'
import type { SandboxPorts } from './sandbox.ts'

export interface PortOptions {
  readonly databusPort: string
  readonly paymentsPort: string
  readonly notifyPort: string
  readonly smtpPort: string
  readonly signOnPort: string
  readonly scannerPort: string
}

export const declarePorts = (command: Command, say: Say): Command =>
  command
    .option('--databus-port <number>', say('option.databusPort'), '8081')
    .option('--payments-port <number>', say('option.paymentsPort'), '8082')
    .option('--notify-port <number>', say('option.notifyPort'), '8083')
    .option('--smtp-port <number>', say('option.smtpPort'), '8025')
    .option('--sign-on-port <number>', say('option.signOnPort'), '8084')
    .option('--scanner-port <number>', say('option.scannerPort'), '8085')

export function portsOf(options: PortOptions, say: Say): SandboxPorts | Problem {
  const read = {
    databus: portOf(options.databusPort),
    payments: portOf(options.paymentsPort),
    notify: portOf(options.notifyPort),
    smtp: portOf(options.smtpPort),
    signOn: portOf(options.signOnPort),
    scanner: portOf(options.scannerPort),
  }
  return isWhole(read) ? read : invalid('usage.port', say('usage.port', { found: JSON.stringify(options) }))
}

type Read = Readonly<Record<keyof SandboxPorts, number | undefined>>

const isWhole = (ports: Read): ports is SandboxPorts => Object.values(ports).every((port) => port !== undefined)
