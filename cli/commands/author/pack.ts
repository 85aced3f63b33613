/** A folder made into one .masar file: the same folder always gives the same bytes. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { invalid, isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { readParcels, type Parcel } from '../../packages/parcel.ts'
import { openWorkshop } from '../../packages/workshop.ts'

interface Options {
  readonly out?: string
  readonly with?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<path...>', say('argument.paths'))
      .option('--out <folder>', say('option.outFolder'))
      .option('--with <folder>', say('option.with'))
  },

  async run({ args, options, terminal }) {
    const { say } = terminal
    const parcels = await readParcels(args, say)
    if (isProblem(parcels)) return parcels
    const workshop = await openWorkshop(parcels, options.with)
    const packed: Packed[] = []
    for (const parcel of parcels) {
      terminal.progress(say('progress.checking', { name: parcel.name }))
      const { checked, findings } = await workshop.judge(parcel)
      if (checked === undefined) return invalid('package.refused', say('pack.refused', { name: parcel.name }), findings)
      const { id, version } = checked.workflow
      const file = resolve(join(options.out ?? '.', `${id}-${version}.masar`))
      packed.push({ id, version, digest: checked.digest, file, parcel })
    }
    for (const { file, parcel } of packed) await write(file, parcel)
    return {
      json: { items: packed.map(({ id, version, digest, file }) => ({ id, version, digest, file })) },
      lines: packed.map(({ file, digest }) => `${file}  ${digest.slice(0, 12)}`),
    }
  },
})

interface Packed {
  readonly id: string
  readonly version: string
  readonly digest: string
  readonly file: string
  readonly parcel: Parcel
}

async function write(file: string, { files }: Parcel): Promise<void> {
  const { packZip } = await import('../../../engine/packages/zip.ts')
  writeFileSync(file, await packZip(files))
}
