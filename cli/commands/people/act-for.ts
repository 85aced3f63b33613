/** Say for which company everything is done from now on, or that one acts for oneself; without either, for which one may. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownRepresentation } from '../../remote/mandate.ts'

interface Options extends ConnectionOptions {
  readonly myself?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('[company]', say('argument.company')).option('--myself', say('option.myself'))
    declareConnection(command, say)
  },

  async run({ args: [company], options, terminal }) {
    const { say, language } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    if (company !== undefined || options.myself === true) {
      const number = options.myself === true ? null : (company ?? null)
      const done = await api.send('PUT', '/api/sessions/current/company', { company: number })
      if (isProblem(done)) return done
      const line = number === null ? say('actFor.myself') : say('actFor.company', { company: number })
      return { json: { company: number }, lines: [line] }
    }
    const page = await api.get<{ readonly items: readonly ShownRepresentation[] }>('/api/companies')
    if (isProblem(page)) return page
    if (page.items.length === 0) return { json: page, lines: [say('actFor.none')] }
    const rows = page.items.map((one) => [
      one.company.number,
      one.company.name[language],
      say(`mandate.role.${one.role}`),
      one.services?.join(' ') ?? say('mandate.allServices'),
    ])
    const headings = [say('mandate.id'), say('mandate.company'), say('mandate.role'), say('mandate.services')]
    return { json: page, lines: table(headings, rows) }
  },
})
