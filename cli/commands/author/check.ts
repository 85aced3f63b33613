/** Everything that is wrong with a package, where, and what to do about it. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { findingLines } from '../../output/finding.ts'
import { readParcels } from '../../packages/parcel.ts'
import { openWorkshop, type Judged } from '../../packages/workshop.ts'
import type { Terminal } from '../../terminal.ts'

interface Options {
  readonly with?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<path...>', say('argument.paths')).option('--with <folder>', say('option.with'))
  },

  async run({ args, options, terminal }) {
    const { say } = terminal
    const parcels = await readParcels(args, say)
    if (isProblem(parcels)) return parcels
    const workshop = await openWorkshop(parcels, options.with)
    const judged: Judged[] = []
    for (const parcel of parcels) {
      terminal.progress(say('progress.checking', { name: parcel.name }))
      judged.push(await workshop.judge(parcel))
    }
    const unfit = judged.filter((it) => it.checked === undefined)
    return {
      json: { ok: unfit.length === 0, packages: judged.map(shown) },
      lines: [
        ...judged.flatMap((it) => linesOf(it, terminal)),
        say('check.summary', { sound: judged.length - unfit.length, unfit: unfit.length }),
      ],
      exit: unfit.length === 0 ? EXIT.ok : EXIT.invalid,
    }
  },
})

const shown = ({ parcel, findings, checked }: Judged): object => ({
  path: parcel.path,
  ok: checked !== undefined,
  ...(checked === undefined
    ? {}
    : { id: checked.workflow.id, version: checked.workflow.version, digest: checked.digest }),
  findings,
})

function linesOf({ parcel, findings, checked }: Judged, terminal: Terminal): readonly string[] {
  const { say } = terminal
  const name = checked === undefined ? parcel.name : `${checked.workflow.id} ${checked.workflow.version}`
  const title = checked === undefined ? `✗ ${name}` : `✓ ${name}  ${checked.digest.slice(0, 12)}`
  const count = findings.length === 0 ? '' : `  ${say('check.findings', { count: findings.length })}`
  return [title + count, ...findings.flatMap((it) => findingLines(it, terminal))]
}
