/** Where applications stand still and wait for an operator. */
import { reasonTo } from '../../../engine/core/incident-reason.ts'
import type { IncidentRow } from '../../../engine/core/instance-row.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { declarePaging, pageLines, type PagingOptions } from '../../remote/paging.ts'
import type { ShownPage } from '../../remote/task.ts'

type Options = ConnectionOptions & PagingOptions

export const command = defineCommand<Options>({
  declare(command, say) {
    declarePaging(command, say)
    declareConnection(command, say)
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const page = await api.get<ShownPage<IncidentRow>>('/api/incidents', { after: options.after, limit: options.limit })
    if (isProblem(page)) return page
    if (page.items.length === 0) return { json: page, lines: [say('incidents.none')] }
    const rows = page.items.map((it) => [
      it.id,
      it.element,
      it.cause,
      moment(it.raisedAt),
      reasonTo(it.message, terminal.language),
    ])
    const headings = [say('incident.id'), say('task.element'), say('incident.cause'), say('incident.raisedAt')]
    return {
      json: page,
      lines: [...table([...headings, say('incident.message')], rows), ...pageLines(page, terminal)],
    }
  },
})
