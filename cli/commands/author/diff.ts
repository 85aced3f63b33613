/** What is different between two versions of a service, in sentences a lawyer reads, the weightiest first. */
import { WEIGHTS, type Difference } from '../../../engine/core/package/difference/difference.ts'
import { invalid, isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { readParcels } from '../../packages/parcel.ts'
import type { Terminal } from '../../terminal.ts'

export const command = defineCommand<object>({
  declare(command, say) {
    command.argument('<old>', say('argument.path')).argument('<new>', say('argument.path'))
  },

  async run({ args, terminal }) {
    const { say } = terminal
    const parcels = await readParcels(args, say)
    if (isProblem(parcels)) return parcels
    const [older, newer] = parcels
    if (!older || !newer || parcels.length !== 2) return invalid('diff.two', say('diff.two', { found: parcels.length }))
    const { comparePackages } = await import('../../../engine/core/package/difference/compare.ts')
    const { raiseFor } = await import('../../../engine/core/package/difference/next-version.ts')
    const differences = await comparePackages(older.files, newer.files, Date.now())
    const raise = raiseFor(differences)
    return {
      json: { differences, ...(differences.length > 0 ? { raise } : {}) },
      lines:
        differences.length === 0
          ? [say('diff.none')]
          : [...linesOf(differences, terminal), '', say('diff.raise', { raise })],
    }
  },
})

function linesOf(differences: readonly Difference[], { say, language }: Terminal): readonly string[] {
  return WEIGHTS.flatMap((weight) => {
    const told = differences.filter((it) => it.weight === weight)
    if (told.length === 0) return []
    return [
      `${say(`diff.${weight}`)} (${String(told.length)})`,
      ...told.flatMap(({ sentence, file, place }) => [
        `  ${sentence[language]}`,
        `    ${[file, place].filter((it) => it !== undefined && it !== '').join('  ')}`,
      ]),
    ]
  })
}
