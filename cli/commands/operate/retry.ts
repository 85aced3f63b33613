/** Try again where applications stood still: one incident, all of an application, or all of a kind. */
import { invalid, isProblem, notFound, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import type { FailedAgain, Resolution } from '../../../engine/commands/resolve-incidents.ts'
import { EXIT } from '../../exit-codes.ts'
import type { Terminal } from '../../terminal.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstanceDetail } from '../../remote/instance.ts'
import { everyPage } from '../../remote/pages.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly retries?: string
  readonly cause?: string
  readonly element?: string
  readonly service?: string
  readonly message?: string
}

/** What `/resolve` answers. */
interface Resolved {
  /** Open in the application after the new attempt. */
  readonly incidents: number
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('[incident]', say('argument.incident'))
      .option('--retries <count>', say('option.retries'))
      .option('--cause <cause>', say('option.cause'))
      .option('--element <id>', say('option.atElement'))
      .option('--service <package>', say('option.wholeService'))
      .option('--message <text>', say('option.inMessage'))
    declareConnection(command, say)
  },

  async run({ args: [name], options, terminal }) {
    const { say } = terminal
    const retries = options.retries === undefined ? undefined : Number(options.retries)
    if (retries !== undefined && !Number.isInteger(retries))
      return invalid('usage.retries', say('usage.count', { option: '--retries', found: options.retries ?? '' }))
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    if (name === undefined) return retryAll(api, options, retries, terminal)
    const ids = await incidentsOf(api, name, say)
    if (isProblem(ids)) return ids
    const results: Resolved[] = []
    for (const id of ids) {
      const body = retries === undefined ? {} : { retries }
      const resolved = await api.send<Resolved>('POST', `/api/incidents/${encodeURIComponent(id)}/resolve`, body)
      if (isProblem(resolved)) return resolved
      results.push(resolved)
    }
    const left = results.at(-1)?.incidents ?? 0
    const stands = left > 0 ? [say('retry.stands', { count: String(left) })] : []
    return { json: { items: results }, lines: [...ids.map((id) => say('retry.done', { id })), ...stands] }
  },
})

/** Page by page; those that stand still again, or could not be tried again, are told with their reasons. */
async function retryAll(
  api: Api,
  { cause, element, service, message }: Options,
  retries: number | undefined,
  { say, progress }: Terminal,
): Promise<Outcome | Problem> {
  const kind = Object.fromEntries(
    Object.entries({ cause, element, packageId: service, message, retries }).filter(([, value]) => value !== undefined),
  )
  if (Object.keys(kind).every((name) => name === 'retries')) return invalid('usage.retryAll', say('usage.retryAll'))
  const tell = ({ resolved, failedAgain, failed }: Resolution) =>
    say('retry.all', { resolved, again: failedAgain.length, failed: failed.length })
  const pages = await everyPage<Resolution>(api, '/api/incidents/resolve', kind, (done) => progress(tell(sumOf(done))))
  if (isProblem(pages)) return pages
  const sum = sumOf(pages)
  return {
    json: sum,
    lines: [tell(sum), ...againLines(sum.failedAgain, say), ...sum.failed.map(({ id, detail }) => `${id}  ${detail}`)],
    exit: sum.failedAgain.length + sum.failed.length === 0 ? EXIT.ok : EXIT.invalid,
  }
}

const sumOf = (pages: readonly Resolution[]): Resolution => ({
  resolved: pages.reduce((sum, page) => sum + page.resolved, 0),
  failedAgain: pages.flatMap((page) => page.failedAgain),
  failed: pages.flatMap((page) => page.failed),
})

const MOST_EXAMPLES = 5

/** What is said most often first, each with a few of those it is said of. */
function againLines(failedAgain: readonly FailedAgain[], say: Say): readonly string[] {
  const reasons = Map.groupBy(failedAgain, ({ element, message }) => `${element}  ${message}`)
  return [...reasons]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([reason, all]) => [
      '',
      `${all.length}  ${reason}`,
      ...all.slice(0, MOST_EXAMPLES).map(({ id }) => `    ${id}`),
      ...(all.length > MOST_EXAMPLES ? [`    ${say('retry.more', { count: all.length - MOST_EXAMPLES })}`] : []),
    ])
}

/** @param name `instance:number`, or the id or reference number of an application */
async function incidentsOf(api: Api, name: string, say: Say): Promise<readonly string[] | Problem> {
  if (name.includes(':')) return [name]
  const found = await api.get<ShownInstanceDetail>(instancePlace(name))
  if (isProblem(found)) return found
  const ids = Object.keys(found.incidents ?? {}).map((local) => `${found.id}:${local}`)
  return ids.length > 0 ? ids : notFound('incident.not-found', say('incident.none', { reference: found.reference }))
}
