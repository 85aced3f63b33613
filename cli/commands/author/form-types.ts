/** TypeScript types of what people answer in a package's forms, for programs that apply for a service or work its tasks. */
import { writeFileSync } from 'node:fs'
import { invalid, isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { readParcels } from '../../packages/parcel.ts'
import { openWorkshop } from '../../packages/workshop.ts'

interface Options {
  readonly out?: string
  readonly with?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<path>', say('argument.path'))
      .option('--out <file>', say('option.outTypes'))
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
    const { packageTypes } = await import('../../packages/package-types.ts')
    const source = await packageTypes(checked)
    if (options.out === undefined) return { json: { source }, lines: [source.trimEnd()] }
    writeFileSync(options.out, source)
    return { json: { file: options.out }, lines: [say('types.written', { file: options.out })] }
  },
})
