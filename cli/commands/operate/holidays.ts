/** The days that were announced as not worked, and those withdrawn: by whom and when. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownHoliday } from '../../remote/holiday.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions {
  readonly governorate?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.option('--governorate <code>', say('option.holidaysOf'))
    declareConnection(command, say)
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const page = await api.get<{ readonly items: readonly ShownHoliday[] }>('/api/holidays')
    if (isProblem(page)) return page
    const { governorate = '' } = options
    const items = page.items.filter((one) => governorate === '' || [undefined, governorate].includes(one.governorate))
    if (items.length === 0) return { json: { items }, lines: [say('holidays.none')] }
    const headings = [
      say('holiday.days'),
      say('holiday.closes'),
      say('holiday.of'),
      say('holiday.title'),
      say('holiday.by'),
      say('holiday.withdrawnBy'),
      say('holiday.id'),
    ]
    return {
      json: { items },
      lines: table(
        headings,
        items.map((one) => row(one, terminal)),
      ),
    }
  },
})

function row(one: ShownHoliday, { say, language }: Terminal): string[] {
  const { agency, governorate, closes = '', announced, withdrawn } = one
  return [
    one.first === one.last ? one.first : `${one.first} – ${one.last}`,
    closes,
    [agency ?? say('holiday.everyAgency'), governorate].filter(Boolean).join(' '),
    one.title[language],
    `${moment(announced.at)} ${announced.by}`,
    withdrawn ? `${moment(withdrawn.at)} ${withdrawn.by}: ${withdrawn.reason}` : '',
    one.id,
  ]
}
