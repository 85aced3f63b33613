/** Announce days on which an agency does not work or closes early, or change announced ones; deadlines that run are counted anew. */
import type { JsonObject } from '../../../engine/core/json.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { previewLines, type ShownPreview } from '../../output/holiday-preview.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownHoliday } from '../../remote/holiday.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly titleAr: string
  readonly titleEn: string
  readonly agency?: string
  readonly everyAgency?: boolean
  readonly governorate?: string
  readonly closes?: string
  readonly change?: string
  readonly reason?: string
  readonly dryRun?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<first>', say('argument.firstDay'))
      .argument('[last]', say('argument.lastDay'))
      .requiredOption('--title-ar <text>', say('option.titleAr'))
      .requiredOption('--title-en <text>', say('option.titleEn'))
      .option('--agency <code>', say('option.agency'))
      .option('--every-agency', say('option.everyAgency'))
      .option('--governorate <code>', say('option.governorate'))
      .option('--closes <time>', say('option.closes'))
      .option('--change <id>', say('option.changeHoliday'))
      .option('--reason <text>', say('option.changeReason'))
      .option('--dry-run', say('option.dryRunHoliday'))
    declareConnection(command, say)
  },

  async run({ args: [first = '', last], options, terminal }) {
    const { say, language } = terminal
    const unfit = reasonMissing(options, say)
    if (unfit) return unfit
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { change, reason, dryRun = false } = options
    const announcement = announcementOf(first, last, options)
    const plan = { announce: announcement, ...(change === undefined ? {} : { withdraw: change }) }
    const effect = await api.send<ShownPreview>('POST', '/api/holidays/preview', plan)
    if (isProblem(effect)) return effect
    const lines = previewLines(effect, say, language)
    if (dryRun) return { json: effect, lines: [say('preview.nothingDone'), ...lines] }
    const made =
      change === undefined
        ? await api.send<ShownHoliday>('POST', '/api/holidays', announcement)
        : await api.send<ShownHoliday>('POST', `/api/holidays/${encodeURIComponent(change)}/change`, {
            announcement,
            reason: reason ?? '',
          })
    if (isProblem(made)) return made
    return {
      json: made,
      lines: [say('holiday.announced', { id: made.id, first: made.first, last: made.last }), ...lines],
    }
  },
})

const reasonMissing = ({ change, reason, dryRun }: Options, say: Say): Problem | undefined =>
  change === undefined || reason !== undefined || dryRun === true
    ? undefined
    : invalid('usage.reason', say('usage.changeReason'))

const announcementOf = (
  first: string,
  last: string | undefined,
  { titleAr: ar, titleEn: en, agency, everyAgency, governorate, closes }: Options,
): JsonObject => ({
  title: { ar, en },
  first,
  ...(last === undefined ? {} : { last }),
  ...(agency === undefined ? {} : { agency }),
  ...(everyAgency === undefined ? {} : { everyAgency }),
  ...(governorate === undefined ? {} : { governorate }),
  ...(closes === undefined ? {} : { closes }),
})
