/** Take back days that were announced: they count again. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { previewLines, type ShownPreview } from '../../output/holiday-preview.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownHoliday } from '../../remote/holiday.ts'

interface Options extends ConnectionOptions {
  readonly reason: string
  readonly dryRun?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<id>', say('argument.holiday'))
      .requiredOption('--reason <text>', say('option.reason'))
      .option('--dry-run', say('option.dryRunHoliday'))
    declareConnection(command, say)
  },

  async run({ args: [id = ''], options, terminal }) {
    const { say, language } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { reason, dryRun = false } = options
    const effect = await api.send<ShownPreview>('POST', '/api/holidays/preview', { withdraw: id })
    if (isProblem(effect)) return effect
    const lines = previewLines(effect, say, language)
    if (dryRun) return { json: effect, lines: [say('preview.nothingDone'), ...lines] }
    const done = await api.send<ShownHoliday>('POST', `/api/holidays/${encodeURIComponent(id)}/withdraw`, { reason })
    if (isProblem(done)) return done
    return { json: done, lines: [say('holiday.withdrawn', { first: done.first, last: done.last }), ...lines] }
  },
})
