/** One application whole: where it stands, its papers and payments, and everything that happened to it. */
import { Option } from 'commander'
import { isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { historyLines } from '../../output/history.ts'
import { instanceLines } from '../../output/instance.ts'
import { pastLines, type ShownPast } from '../../output/past.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { Terminal } from '../../terminal.ts'
import { instancePlace, type ShownInstanceDetail, type ShownRecord } from '../../remote/instance.ts'

interface Options extends ConnectionOptions {
  readonly at?: string
  readonly atRecord?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .addOption(new Option('--at <event>', say('option.atEvent')).conflicts('atRecord'))
      .option('--at-record <line>', say('option.atRecord'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    if (options.at !== undefined || options.atRecord !== undefined) return showPast(api, name, options, terminal)
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

async function showPast(
  api: Api,
  name: string,
  { at, atRecord }: Options,
  terminal: Terminal,
): Promise<Outcome | Problem> {
  const past = await api.get<ShownPast>(`${instancePlace(name)}/at`, { event: at, record: atRecord })
  return isProblem(past) ? past : { json: past, lines: pastLines(past, terminal) }
}
