/** Real applications' histories run against a changed package: what would have been decided otherwise? Changes nothing. */
import { invalid, isProblem, notFound, type Problem } from '../../../engine/core/problem.ts'
import { summaryOf } from '../../../engine/replay/summary.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { replayLines, type ReplayedApplication } from '../../output/replay.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstance, type ShownRecord } from '../../remote/instance.ts'
import type { ShownPage } from '../../remote/task.ts'
import type { Terminal } from '../../terminal.ts'
import type { Say } from '../../text/text.ts'
import { openChanged, type ChangedPackage } from '../../replay/changed.ts'

interface Options extends ConnectionOptions {
  readonly instance?: string
  readonly since?: string
  readonly limit: string
  readonly with?: string
}

/** Of one answer of the server. */
const PAGE = 200

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<package>', say('argument.replay'))
      .option('--instance <application>', say('option.replayInstance'))
      .option('--since <date>', say('option.since'))
      .option('--limit <count>', say('option.replayLimit'), '100')
      .option('--with <folder>', say('option.with'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const { say } = terminal
    if (!/^[1-9]\d{0,5}$/.test(options.limit))
      return invalid('usage.limit', say('usage.count', { option: '--limit', found: options.limit }))
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const changed = await openChanged(name, options.with, api, terminal)
    if (isProblem(changed)) return changed
    const chosen = await applications(api, changed.packageId, options, say)
    if (isProblem(chosen)) return chosen
    if (chosen.length === 0) return notFound('replay.none', terminal.say('replay.none', { service: changed.packageId }))
    const replayed: ReplayedApplication[] = []
    for (const one of chosen) {
      terminal.progress(say('replay.running', { done: replayed.length, count: chosen.length }))
      const result = await replayOne(api, one, changed)
      if (isProblem(result)) return result
      replayed.push(result)
    }
    return told(replayed, changed, terminal)
  },
})

function told(all: readonly ReplayedApplication[], changed: ChangedPackage, terminal: Terminal): Outcome {
  const summary = summaryOf(all)
  return {
    json: { package: changed.packageId, version: changed.version, summary, applications: all },
    lines: replayLines(all, summary, changed, terminal),
    exit: summary.same === summary.applications ? EXIT.ok : EXIT.invalid,
  }
}

/** The newest first, as many as are asked for. */
async function applications(
  api: Api,
  packageId: string,
  { instance, since, limit }: Options,
  say: Say,
): Promise<readonly ShownInstance[] | Problem> {
  if (instance !== undefined) {
    const one = await api.get<ShownInstance>(instancePlace(instance))
    if (isProblem(one)) return one
    const { reference, program } = one
    return program.startsWith(`${packageId}@`)
      ? [one]
      : invalid('replay.package', say('migrate.package', { reference, program }))
  }
  const found: ShownInstance[] = []
  const most = Number(limit)
  let after: string | undefined
  do {
    const page = await api.get<ShownPage<ShownInstance>>('/api/instances', { packageId, after, limit: String(PAGE) })
    if (isProblem(page)) return page
    found.push(...page.items.filter((it) => since === undefined || it.startedAt >= since))
    const oldest = page.items.at(-1)
    after = since !== undefined && oldest !== undefined && oldest.startedAt < since ? undefined : page.next
  } while (after !== undefined && found.length < most)
  return found.slice(0, most)
}

async function replayOne(
  api: Api,
  { id, reference, program }: ShownInstance,
  changed: ChangedPackage,
): Promise<ReplayedApplication | Problem> {
  const history = await api.get<{ readonly items: readonly ShownRecord[] }>(`${instancePlace(id)}/history`)
  if (isProblem(history)) return history
  const lines = history.items.map((record) => ({ ...record, at: Date.parse(record.at) }))
  return { reference, program, ...changed.replay(lines) }
}
