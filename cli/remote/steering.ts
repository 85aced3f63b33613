/** What an operator does with one application, or with all of a service or agency, and why. */
import type { InstanceStatus } from '../../engine/core/instance.ts'
import { invalid, isProblem, type Problem } from '../../engine/core/problem.ts'
import { type CliCommand, defineCommand, type Outcome } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import type { Api } from './api.ts'
import { connect, declareConnection, type ConnectionOptions } from './connection.ts'
import { instancePlace } from './instance.ts'

interface Options extends ConnectionOptions {
  readonly reason?: string
  readonly service?: string
  readonly agency?: string
}

export type Step = 'suspend' | 'resume' | 'cancel'

/** A service, or without one every service of an agency. */
export interface Whole {
  readonly packageId?: string
  readonly agency?: string
}

type SteerWhole = (api: Api, whole: Whole, reason: string, terminal: Terminal) => Promise<Outcome | Problem>

export const steering = (step: Step, steerWhole: SteerWhole): CliCommand =>
  defineCommand<Options>({
    declare(command, say) {
      command
        .argument('[application]', say('argument.application'))
        .option('--service <package>', say('option.wholeService'))
        .option('--agency <code>', say('option.wholeAgency'))
        .option('--reason <text>', say('option.reason'))
      declareConnection(command, say)
    },

    async run({ args: [name], options, terminal }) {
      const { say } = terminal
      const { service, agency, reason } = options
      if ([name, service, agency].filter((it) => it !== undefined).length !== 1)
        return invalid('usage.holding', say('usage.holding'))
      if (reason === undefined) return invalid('usage.reason', say('usage.reason'))
      const api = connect(options, terminal)
      if (isProblem(api)) return api
      if (name !== undefined) return application(step, name, reason, api, terminal)
      const whole = {
        ...(service === undefined ? {} : { packageId: service }),
        ...(agency === undefined ? {} : { agency }),
      }
      return steerWhole(api, whole, reason, terminal)
    },
  })

async function application(
  step: Step,
  name: string,
  reason: string,
  api: Api,
  { say }: Terminal,
): Promise<Outcome | Problem> {
  const done = await api.send<{ readonly status: InstanceStatus }>('POST', `${instancePlace(name)}/${step}`, { reason })
  if (isProblem(done)) return done
  return { json: done, lines: [say('steering.done', { reference: name, status: say(`status.${done.status}`) })] }
}
