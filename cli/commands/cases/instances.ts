/** Applications of my agency, or my own; newest first. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { declarePaging, pageLines, type PagingOptions } from '../../remote/paging.ts'
import type { ShownInstance } from '../../remote/instance.ts'
import type { ShownPage } from '../../remote/task.ts'

interface Options extends ConnectionOptions, PagingOptions {
  readonly service?: string
  readonly status?: string
  readonly reference?: string
  readonly incidents?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .option('--service <package>', say('option.service'))
      .option('--status <status>', say('option.status'))
      .option('--reference <number>', say('option.reference'))
      .option('--incidents', say('option.incidents'))
    declarePaging(command, say)
    declareConnection(command, say)
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { service, status, reference, incidents, after, limit } = options
    const page = await api.get<ShownPage<ShownInstance>>('/api/instances', {
      packageId: service,
      status,
      reference,
      after,
      limit,
      ...(incidents === true ? { incidents: 'true' } : {}),
    })
    if (isProblem(page)) return page
    if (page.items.length === 0) return { json: page, lines: [say('instances.none')] }
    const headings = [say('instance.reference'), say('instance.service'), say('instance.status')]
    const rows = page.items.map((it) => [
      it.reference,
      it.program,
      say(`status.${it.status}`),
      it.applicant ?? '',
      moment(it.startedAt),
      moment(it.changedAt),
    ])
    const more = [say('instance.applicant'), say('instance.startedAt'), say('instance.changedAt')]
    return { json: page, lines: [...table([...headings, ...more], rows), ...pageLines(page, terminal)] }
  },
})
