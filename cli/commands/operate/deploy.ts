/** Put packages in force: all of them or none. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { findingLines } from '../../output/finding.ts'
import { table } from '../../output/table.ts'
import { readParcels } from '../../packages/parcel.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { Deployed } from '../../../engine/commands/deploy.ts'

export const command = defineCommand<ConnectionOptions>({
  declare(command, say) {
    command.argument('<path...>', say('argument.paths'))
    declareConnection(command, say)
  },

  async run({ args, options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    terminal.progress(say('progress.reading'))
    const parcels = await readParcels(args, say)
    if (isProblem(parcels)) return parcels
    const { packZip } = await import('../../../engine/packages/zip.ts')
    const files = await Promise.all(
      parcels.map(async ({ name, files }) => ({ name: `${name}.masar`, bytes: await packZip(files) })),
    )
    terminal.progress(say('progress.deploying', { count: files.length }))
    const deployed = await api.upload<Deployed>('/api/deployments', files)
    if (isProblem(deployed)) return deployed
    const rows = deployed.deployments.map((it) => [it.packageId, it.version, it.digest.slice(0, 12)])
    return {
      json: deployed,
      lines: [
        ...table([say('package.id'), say('package.version'), say('package.digest')], rows),
        ...deployed.warnings.flatMap((it) => findingLines(it, terminal)),
        say(deployed.changed ? 'deploy.done' : 'deploy.unchanged', { server: api.server }),
      ],
    }
  },
})
