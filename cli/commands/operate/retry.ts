/** Try again where an application stood still: one incident, or all of an application. */
import { invalid, isProblem, notFound, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstanceDetail } from '../../remote/instance.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly retries?: string
}

/** What `/resolve` answers. */
interface Resolved {
  /** Open in the application after the new attempt. */
  readonly incidents: number
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<incident>', say('argument.incident')).option('--retries <count>', say('option.retries'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const { say } = terminal
    const retries = options.retries === undefined ? undefined : Number(options.retries)
    if (retries !== undefined && !Number.isInteger(retries))
      return invalid('usage.retries', say('usage.count', { option: '--retries', found: options.retries ?? '' }))
    const api = connect(options, terminal)
    if (isProblem(api)) return api
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

/** @param name `instance:number`, or the id or reference number of an application */
async function incidentsOf(api: Api, name: string, say: Say): Promise<readonly string[] | Problem> {
  if (name.includes(':')) return [name]
  const found = await api.get<ShownInstanceDetail>(instancePlace(name))
  if (isProblem(found)) return found
  const ids = Object.keys(found.incidents ?? {}).map((local) => `${found.id}:${local}`)
  return ids.length > 0 ? ids : notFound('incident.not-found', say('incident.none', { reference: found.reference }))
}
