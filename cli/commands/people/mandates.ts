/** Who may act for which company, those whose mandate is over too; or the record of one company. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { declarePaging, pageLines, type PagingOptions } from '../../remote/paging.ts'
import type { ShownMandate } from '../../remote/mandate.ts'
import type { ShownPage } from '../../remote/task.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions, PagingOptions {
  readonly company?: string
  readonly holder?: string
  readonly record?: string
}

interface ShownEntry {
  readonly kind: 'granted' | 'revoked' | 'used'
  readonly at: string
  readonly holder: string
  readonly by: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .option('--company <number>', say('option.mandatesOf'))
      .option('--holder <user>', say('option.mandatesOfHolder'))
      .option('--record <number>', say('option.mandateRecord'))
    declarePaging(command, say)
    declareConnection(command, say)
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const { company, holder, record, limit, after } = options
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    if (record !== undefined) {
      const path = `/api/companies/${encodeURIComponent(record)}/record`
      const page = await api.get<ShownPage<ShownEntry>>(path, { limit, after })
      if (isProblem(page)) return page
      return { json: page, lines: [...entries(page.items, terminal), ...pageLines(page, terminal)] }
    }
    const page = await api.get<{ readonly items: readonly ShownMandate[] }>('/api/mandates', { company, holder })
    if (isProblem(page)) return page
    if (page.items.length === 0) return { json: page, lines: [say('mandates.none')] }
    return { json: page, lines: mandates(page.items, terminal) }
  },
})

function mandates(items: readonly ShownMandate[], { say, language }: Terminal): readonly string[] {
  const headings = [
    say('mandate.company'),
    say('mandate.holder'),
    say('mandate.role'),
    say('mandate.services'),
    say('mandate.until'),
    say('mandate.state'),
    say('mandate.givenBy'),
    say('mandate.id'),
  ]
  const rows = items.map((one) => [
    `${one.company.number} ${one.company.name[language]}`,
    one.holder,
    say(`mandate.role.${one.role}`),
    one.services?.join(' ') ?? say('mandate.allServices'),
    moment(one.ends),
    one.inForce
      ? say('mandate.inForce')
      : one.revokedBy === undefined
        ? say('mandate.notInForce')
        : `${say('mandate.revokedBy')} ${one.revokedBy}`,
    one.givenBy,
    one.id,
  ])
  return table(headings, rows)
}

const entries = (items: readonly ShownEntry[], { say }: Terminal): readonly string[] =>
  table(
    [say('mandate.at'), say('mandate.what'), say('mandate.holder'), say('mandate.by')],
    items.map(({ kind, at, holder, by }) => [moment(at), say(`mandate.entry.${kind}`), holder, by]),
  )
