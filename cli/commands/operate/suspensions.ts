/** What is held now as a whole, by whom and why; and what was held once. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { declarePaging, pageLines, type PagingOptions } from '../../remote/paging.ts'
import type { ShownPage } from '../../remote/task.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions, PagingOptions {
  readonly ended?: boolean
}

/** As the API shows it. */
interface ShownSuspension {
  readonly agency: string
  readonly packageId?: string
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly lifted?: { readonly at: string; readonly by: string; readonly reason: string }
  readonly endedAt?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.option('--ended', say('option.ended'))
    declarePaging(command, say)
    declareConnection(command, say)
  },

  async run({ options: { ended = false, after, limit, ...options }, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const page = ended
      ? await api.get<ShownPage<ShownSuspension>>('/api/suspensions/ended', { after, limit })
      : await api.get<ShownPage<ShownSuspension>>('/api/suspensions')
    if (isProblem(page)) return page
    if (page.items.length === 0)
      return { json: page, lines: [say(ended ? 'suspensions.noneEnded' : 'suspensions.none')] }
    return {
      json: page,
      lines: [
        ...table(
          [
            say('suspension.of'),
            say('suspension.at'),
            say('suspension.by'),
            say('suspension.reason'),
            say('suspension.lifted'),
          ],
          page.items.map((one) => row(one, say)),
        ),
        ...pageLines(page, terminal),
      ],
    }
  },
})

const row = ({ agency, packageId, reason, by, at, lifted }: ShownSuspension, say: Say): string[] => [
  packageId ?? say('suspension.agency', { agency }),
  moment(at),
  by,
  reason,
  lifted ? `${moment(lifted.at)} ${lifted.by}: ${lifted.reason}` : '',
]
