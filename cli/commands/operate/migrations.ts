/** Migrations of many applications: all of them, or one with what it could not take along; and calling one off. */
import { isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import {
  failureLines,
  migrationLines,
  migrationPlace,
  statusOf,
  type ShownMigration,
  type ShownMigrationFailure,
} from '../../remote/migration.ts'
import { declarePaging, pageLines, type PagingOptions } from '../../remote/paging.ts'
import type { ShownPage } from '../../remote/task.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions, PagingOptions {
  readonly cancel?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('[migration]', say('argument.migration')).option('--cancel', say('option.cancelMigration'))
    declarePaging(command, say)
    declareConnection(command, say)
  },

  async run({ args: [id], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    return id === undefined ? list(api, options, terminal) : show(api, id, options, terminal)
  },
})

async function list(api: Api, { after, limit }: Options, terminal: Terminal): Promise<Outcome | Problem> {
  const { say } = terminal
  const page = await api.get<ShownPage<ShownMigration>>('/api/migrations', { after, limit })
  if (isProblem(page)) return page
  if (page.items.length === 0) return { json: page, lines: [say('migrations.none')] }
  const rows = page.items.map((it) => [
    it.id,
    `${it.packageId} ${it.from} → ${it.to}`,
    statusOf(it, say),
    `${it.migrated}/${it.total}`,
    String(it.failed),
    moment(it.createdAt),
  ])
  const headings = [say('migration.id'), say('migration.service'), say('migration.status'), say('migration.migrated')]
  return {
    json: page,
    lines: [
      ...table([...headings, say('migration.failed'), say('migration.createdAt')], rows),
      ...pageLines(page, terminal),
    ],
  }
}

async function show(api: Api, id: string, options: Options, terminal: Terminal): Promise<Outcome | Problem> {
  const { after, limit, cancel = false } = options
  const found = cancel
    ? await api.send<ShownMigration>('POST', `${migrationPlace(id)}/cancel`)
    : await api.get<ShownMigration>(migrationPlace(id))
  if (isProblem(found)) return found
  const failures = await api.get<ShownPage<ShownMigrationFailure>>(`${migrationPlace(id)}/failures`, { after, limit })
  if (isProblem(failures)) return failures
  return {
    json: { ...found, failures },
    lines: [
      ...migrationLines(found, terminal),
      ...failureLines(failures.items, terminal),
      ...pageLines(failures, terminal),
    ],
  }
}
