/** Running applications go over to another version of their service: one, or all of a version, with progress. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Option, type Command } from 'commander'
import type { Migration } from '../../../engine/core/migration.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'
import { isOver, migrationLines, migrationPlace, type ShownMigration } from '../../remote/migration.ts'
import type { Terminal } from '../../terminal.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly from?: string
  readonly to: string
  readonly instance?: string
  readonly map?: readonly string[]
  readonly dryRun?: boolean
  readonly strict?: boolean
  readonly wait?: boolean
  readonly renewTimers?: boolean
  readonly keepJobs?: boolean
  readonly keepCalled?: boolean
}

const PAUSE = 250

export const command = defineCommand<Options>({
  declare: (command, say) => declare(command, say),

  async run({ args: [packageId = ''], options, terminal }) {
    const { say } = terminal
    const way = wayOf(options, say)
    if (isProblem(way)) return way
    if (options.instance === undefined && options.from === undefined)
      return invalid('usage.migrate', say('usage.migrate'))
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    return options.instance === undefined
      ? migrateAll(api, packageId, options, way, terminal)
      : migrateOne(api, packageId, options.instance, { ...way, dryRun: options.dryRun ?? false }, terminal)
  },
})

function declare(command: Command, say: Say): void {
  command
    .argument('<service>', say('argument.service'))
    .option('--from <version>', say('option.fromVersion'))
    .requiredOption('--to <version>', say('option.toVersion'))
    .addOption(
      new Option('--instance <application>', say('option.migrateInstance')).conflicts(['from', 'strict', 'wait']),
    )
    .option('--map <from=to...>', say('option.map'))
    .option('--dry-run', say('option.dryRun'))
    .option('--strict', say('option.strict'))
    .option('--wait', say('option.waitMigration'))
    .option('--renew-timers', say('option.renewTimers'))
    .option('--keep-jobs', say('option.keepJobs'))
    .option('--keep-called', say('option.keepCalled'))
  declareConnection(command, say)
}

type Way = { readonly to: string } & Partial<Migration>

function wayOf(options: Options, say: Say): Way | Problem {
  const mapping: Record<string, string> = {}
  for (const entry of options.map ?? []) {
    const at = entry.indexOf('=')
    if (at < 1) return invalid('usage.map', say('usage.map', { found: entry.slice(0, 60) }))
    mapping[entry.slice(0, at)] = entry.slice(at + 1)
  }
  return {
    to: options.to,
    mapping,
    ...(options.renewTimers === true ? { timers: 'renew' } : {}),
    ...(options.keepJobs === true ? { jobs: 'keep' } : {}),
    ...(options.keepCalled === true ? { called: 'keep' } : {}),
  }
}

interface Migrated {
  readonly reference: string
  readonly program: string
  readonly changed: boolean
}

async function migrateOne(
  api: Api,
  packageId: string,
  instance: string,
  body: Way & { readonly dryRun: boolean },
  { say }: Terminal,
): Promise<Outcome | Problem> {
  const found = await api.get<{ readonly program: string; readonly reference: string }>(instancePlace(instance))
  if (isProblem(found)) return found
  if (!found.program.startsWith(`${packageId}@`))
    return invalid('migration.package', say('migrate.package', { reference: found.reference, program: found.program }))
  const done = await api.send<Migrated>('POST', `${instancePlace(instance)}/migrate`, body)
  if (isProblem(done)) return done
  const { reference, program, changed } = done
  return { json: done, lines: [say(changed ? 'migrate.done' : 'migrate.would', { reference, program })] }
}

async function migrateAll(
  api: Api,
  packageId: string,
  { from = '', dryRun = false, strict = false, wait = false }: Options,
  way: Way,
  terminal: Terminal,
): Promise<Outcome | Problem> {
  const begun = await api.send<ShownMigration>('POST', '/api/migrations', { ...way, packageId, from, dryRun, strict })
  if (isProblem(begun)) return begun
  if (!wait && !dryRun) return { json: begun, lines: [terminal.say('migrate.begun', { id: begun.id })] }
  return follow(api, begun, terminal)
}

/** Until it is over; the exit code says whether all were taken along, or could be. */
async function follow(api: Api, begun: ShownMigration, terminal: Terminal): Promise<Outcome | Problem> {
  for (;;) {
    const found = await api.get<ShownMigration>(migrationPlace(begun.id))
    if (isProblem(found)) return found
    const { status, total, ready, migrated, failed, trouble } = found
    if (isOver(found)) {
      const isWhole = status === 'checked' ? ready === total : status === 'completed' && failed === 0
      return { json: found, lines: migrationLines(found, terminal), exit: isWhole ? EXIT.ok : EXIT.invalid }
    }
    const stage = trouble !== undefined ? 'standing' : status === 'checking' ? 'checking' : 'running'
    terminal.progress(terminal.say(`migrate.${stage}`, { total, migrated, failed, trouble: trouble ?? '' }))
    await sleep(PAUSE)
  }
}
