/** Take back days that were announced: they count again. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownHoliday } from '../../remote/holiday.ts'

interface Options extends ConnectionOptions {
  readonly reason: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<id>', say('argument.holiday')).requiredOption('--reason <text>', say('option.reason'))
    declareConnection(command, say)
  },

  async run({ args: [id = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { reason } = options
    const done = await api.send<ShownHoliday>('POST', `/api/holidays/${encodeURIComponent(id)}/withdraw`, { reason })
    if (isProblem(done)) return done
    return { json: done, lines: [terminal.say('holiday.withdrawn', { first: done.first, last: done.last })] }
  },
})
