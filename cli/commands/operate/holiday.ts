/** Announce days on which an agency does not work; deadlines that run are counted anew. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownHoliday } from '../../remote/holiday.ts'

interface Options extends ConnectionOptions {
  readonly titleAr: string
  readonly titleEn: string
  readonly agency?: string
  readonly everyAgency?: boolean
  readonly governorate?: string
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
    declareConnection(command, say)
  },

  async run({ args: [first = '', last], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { titleAr: ar, titleEn: en, agency, everyAgency, governorate } = options
    const made = await api.send<ShownHoliday>('POST', '/api/holidays', {
      title: { ar, en },
      first,
      ...(last === undefined ? {} : { last }),
      ...(agency === undefined ? {} : { agency }),
      ...(everyAgency === undefined ? {} : { everyAgency }),
      ...(governorate === undefined ? {} : { governorate }),
    })
    if (isProblem(made)) return made
    return {
      json: made,
      lines: [terminal.say('holiday.announced', { id: made.id, first: made.first, last: made.last })],
    }
  },
})
