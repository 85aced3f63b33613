/** End an application before its time, or all that run of a service or agency, with a reason. */
import type { Cancelled } from '../../../engine/commands/cancel-instances.ts'
import type { InstanceStatus } from '../../../engine/core/instance.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions {
  readonly reason: string
  readonly service?: string
  readonly agency?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('[application]', say('argument.application'))
      .requiredOption('--reason <text>', say('option.reason'))
      .option('--service <package>', say('option.wholeService'))
      .option('--agency <code>', say('option.wholeAgency'))
    declareConnection(command, say)
  },

  async run({ args: [name], options, terminal }) {
    const { say } = terminal
    if ([name, options.service, options.agency].filter((it) => it !== undefined).length !== 1)
      return invalid('usage.holding', say('usage.holding'))
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    if (name === undefined) return cancelAll(api, options, terminal)
    const place = `${instancePlace(name)}/cancel`
    const done = await api.send<{ readonly status: InstanceStatus }>('POST', place, { reason: options.reason })
    if (isProblem(done)) return done
    return { json: done, lines: [say('steering.done', { reference: name, status: say(`status.${done.status}`) })] }
  },
})

/** Page by page; those that could not be ended are told with their reasons. */
async function cancelAll(api: Api, options: Options, { say }: Terminal): Promise<Outcome | Problem> {
  const { reason, service, agency } = options
  const held = { ...(service === undefined ? {} : { packageId: service }), ...(agency === undefined ? {} : { agency }) }
  let canceled = 0
  const failed: Cancelled['failed'][number][] = []
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: Cancelled | Problem = await api.send<Cancelled>('POST', '/api/instances/cancel', {
      ...held,
      reason,
      ...(after === '' ? {} : { after }),
    })
    if (isProblem(page)) return page
    canceled += page.canceled
    failed.push(...page.failed)
    after = page.next
  }
  return {
    json: { canceled, failed },
    lines: [
      say('cancel.all', { canceled: String(canceled), failed: String(failed.length) }),
      ...failed.map(({ id, detail }) => `${id}  ${detail}`),
    ],
    exit: failed.length === 0 ? EXIT.ok : EXIT.invalid,
  }
}
