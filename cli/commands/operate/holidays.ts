/** The days that were announced as not worked, and those withdrawn: by whom and when. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownHoliday } from '../../remote/holiday.ts'
import type { Terminal } from '../../terminal.ts'

export const command = defineCommand<ConnectionOptions>({
  declare: declareConnection,

  async run({ options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const page = await api.get<{ readonly items: readonly ShownHoliday[] }>('/api/holidays')
    if (isProblem(page)) return page
    if (page.items.length === 0) return { json: page, lines: [say('holidays.none')] }
    const headings = [
      say('holiday.days'),
      say('holiday.of'),
      say('holiday.title'),
      say('holiday.by'),
      say('holiday.withdrawnBy'),
      say('holiday.id'),
    ]
    return {
      json: page,
      lines: table(
        headings,
        page.items.map((one) => row(one, terminal)),
      ),
    }
  },
})

function row(one: ShownHoliday, { say, language }: Terminal): string[] {
  const { agency, governorate, announced, withdrawn } = one
  return [
    one.first === one.last ? one.first : `${one.first} – ${one.last}`,
    [agency ?? say('holiday.everyAgency'), governorate].filter(Boolean).join(' '),
    one.title[language],
    `${moment(announced.at)} ${announced.by}`,
    withdrawn ? `${moment(withdrawn.at)} ${withdrawn.by}: ${withdrawn.reason}` : '',
    one.id,
  ]
}
