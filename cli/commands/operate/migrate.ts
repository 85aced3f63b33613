/** Running applications go over to another version of their service: one, or all of a version, with progress. */
import type { Command } from 'commander'
import type { Migration } from '../../../engine/core/migration.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'
import type { Terminal } from '../../terminal.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly to: string
  readonly instance?: string
  readonly map?: readonly string[]
  readonly dryRun?: boolean
  readonly renewTimers?: boolean
  readonly keepJobs?: boolean
  readonly keepCalled?: boolean
}

export const command = defineCommand<Options>({
  declare: (command, say) => declare(command, say),

  async run({ args: [packageId = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const way = wayOf(options, terminal.say)
    if (isProblem(way)) return way
    return migrateOne(api, packageId, options, way, terminal)
  },
})

function declare(command: Command, say: Say): void {
  command
    .argument('<service>', say('argument.service'))
    .requiredOption('--to <version>', say('option.toVersion'))
    .requiredOption('--instance <application>', say('option.migrateInstance'))
    .option('--map <from=to...>', say('option.map'))
    .option('--dry-run', say('option.dryRun'))
    .option('--renew-timers', say('option.renewTimers'))
    .option('--keep-jobs', say('option.keepJobs'))
    .option('--keep-called', say('option.keepCalled'))
  declareConnection(command, say)
}

type Way = { to: string } & Partial<Migration>

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
  { instance = '', dryRun = false }: Options,
  way: Way,
  { say }: Terminal,
): Promise<Outcome | Problem> {
  const found = await api.get<{ readonly program: string; readonly reference: string }>(instancePlace(instance))
  if (isProblem(found)) return found
  if (!found.program.startsWith(`${packageId}@`))
    return invalid('migration.package', say('migrate.package', { reference: found.reference, program: found.program }))
  const done = await api.send<Migrated>('POST', `${instancePlace(instance)}/migrate`, { ...way, dryRun })
  if (isProblem(done)) return done
  const { reference, program, changed } = done
  return { json: done, lines: [say(changed ? 'migrate.done' : 'migrate.would', { reference, program })] }
}
