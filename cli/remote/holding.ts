/** Hold one application, a service or a whole agency, or let it go on. */
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

type Step = 'suspend' | 'resume'

export const holding = (step: Step): CliCommand =>
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
      const wanted = [name, options.service, options.agency].filter((it) => it !== undefined)
      if (wanted.length !== 1) return invalid('usage.holding', say('usage.holding'))
      if (options.reason === undefined && (step === 'suspend' || name !== undefined))
        return invalid('usage.reason', say('usage.reason'))
      const api = connect(options, terminal)
      if (isProblem(api)) return api
      return name === undefined
        ? service(step, options, api, terminal)
        : application(step, name, options, api, terminal)
    },
  })

async function application(
  step: Step,
  name: string,
  { reason = '' }: Options,
  api: Api,
  { say }: Terminal,
): Promise<Outcome | Problem> {
  const done = await api.send<{ readonly status: InstanceStatus }>('POST', `${instancePlace(name)}/${step}`, { reason })
  if (isProblem(done)) return done
  return { json: done, lines: [say('steering.done', { reference: name, status: say(`status.${done.status}`) })] }
}

async function service(
  step: Step,
  { service: packageId, agency, reason = '' }: Options,
  api: Api,
  { say }: Terminal,
): Promise<Outcome | Problem> {
  const held = { ...(packageId === undefined ? {} : { packageId }), ...(agency === undefined ? {} : { agency }) }
  const done = await (step === 'suspend'
    ? api.send('POST', '/api/suspensions', { ...held, reason })
    : api.send('POST', '/api/suspensions/lift', held))
  if (isProblem(done)) return done
  return { json: done, lines: [say(`${step}.service`, { name: packageId ?? agency ?? '' })] }
}
