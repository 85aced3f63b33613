/** One application whole: where it stands, its papers and payments, and everything that happened to it. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { historyLines } from '../../output/history.ts'
import { instanceLines } from '../../output/instance.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstanceDetail, type ShownRecord } from '../../remote/instance.ts'

export const command = defineCommand<ConnectionOptions>({
  declare(command, say) {
    command.argument('<application>', say('argument.application'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const found = await api.get<ShownInstanceDetail>(instancePlace(name))
    if (isProblem(found)) return found
    const history = await api.get<{ readonly items: readonly ShownRecord[] }>(`${instancePlace(name)}/history`)
    // Applicants follow their case without the record of it.
    if (isProblem(history) && history.kind !== 'forbidden') return history
    const records = isProblem(history) ? undefined : history.items
    return {
      json: { ...found, ...(records === undefined ? {} : { history: records }) },
      lines: [...instanceLines(found, terminal), ...historyLines(records ?? [], terminal)],
    }
  },
})
