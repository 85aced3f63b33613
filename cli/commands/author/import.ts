/** Rewrite a drawing made for Camunda 7 or Operaton, with a report of what was translated and what needs a hand. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Note } from '../../../engine/core/bpmn/import/note.ts'
import { conflict, invalid, notFound, type Finding } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { findingLines } from '../../output/finding.ts'
import { table } from '../../output/table.ts'
import type { Terminal } from '../../terminal.ts'

interface Options {
  readonly out?: string
  readonly force?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<file>', say('argument.drawing'))
      .option('--out <folder>', say('option.outFolder'))
      .option('--force', say('option.force'))
  },

  async run({ args: [file = ''], options, terminal }) {
    const { say } = terminal
    if (!existsSync(file)) return notFound('file.not-found', say('file.notFound', { file }))
    const target = resolve(join(options.out ?? '.', basename(file)))
    if (existsSync(target) && options.force !== true)
      return conflict('import.exists', say('import.exists', { file: target }))
    const { importBpmn } = await import('../../../engine/core/bpmn/import/import.ts')
    const imported = await importBpmn(basename(file), readFileSync(file, 'utf8'))
    if (!imported.ok) return invalid('import.unreadable', say('import.unreadable', { file }), imported.findings)
    mkdirSync(resolve(options.out ?? '.'), { recursive: true })
    writeFileSync(target, imported.xml)
    const { notes, findings } = imported
    return { json: { file: target, notes, findings }, lines: report(target, imported, terminal) }
  },
})

function report(
  target: string,
  { notes, findings }: { readonly notes: readonly Note[]; readonly findings: readonly Finding[] },
  terminal: Terminal,
): readonly string[] {
  const { say, language } = terminal
  const sections = (['byHand', 'translated', 'dropped'] as const).flatMap((kind) => {
    const rows = notes
      .filter((note) => note.kind === kind)
      .map(({ place, what, says }) => [place, what, language === 'ar' ? says.ar : says.en])
    if (rows.length === 0) return []
    return ['', say(`import.${kind}`, { count: String(rows.length) }), ...table(['', '', ''], rows).slice(2)]
  })
  const left =
    findings.length === 0 ? [] : ['', say('import.left'), ...findings.flatMap((it) => findingLines(it, terminal))]
  return [say('import.done', { file: target }), ...sections, ...left]
}
