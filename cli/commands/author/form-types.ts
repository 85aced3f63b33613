/** TypeScript types of a package's answers, variables and jobs, for programs that apply for a service, work its tasks or do its jobs. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { invalid, isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { readParcels } from '../../packages/parcel.ts'
import { openWorkshop } from '../../packages/workshop.ts'

/** What an agency's developer takes along; it needs nothing else of Masar. */
const WORKER = join(import.meta.dirname, '../../client/worker.ts')

interface Options {
  readonly out?: string
  readonly worker?: string
  readonly with?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<path>', say('argument.path'))
      .option('--out <file>', say('option.outTypes'))
      .option('--worker <file>', say('option.outWorker'))
      .option('--with <folder>', say('option.with'))
  },

  async run({ args: [path = ''], options, terminal }) {
    const { say } = terminal
    const parcels = await readParcels([path], say)
    if (isProblem(parcels)) return parcels
    const [parcel, ...others] = parcels
    if (parcel === undefined || others.length > 0) return invalid('usage.onePackage', say('usage.onePackage', { path }))
    terminal.progress(say('progress.checking', { name: parcel.name }))
    const { checked, findings } = await (await openWorkshop(parcels, options.with)).judge(parcel)
    if (checked === undefined) return invalid('package.refused', say('types.refused', { name: parcel.name }), findings)
    const { packageTypes } = await import('../../packages/typescript/package-types.ts')
    const source = await packageTypes(checked)
    const worker = options.worker === undefined ? [] : [options.worker]
    for (const file of worker) copyFileSync(WORKER, file)
    const written = (file: string): string => say('types.written', { file })
    if (options.out === undefined) return { json: { source }, lines: [source.trimEnd(), ...worker.map(written)] }
    writeFileSync(options.out, source)
    return { json: { file: options.out, worker: options.worker }, lines: [options.out, ...worker].map(written) }
  },
})
