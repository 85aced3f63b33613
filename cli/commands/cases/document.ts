/** Download a paper of an application; what arrives is checked against the digest under which it is kept. */
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DocumentRow } from '../../../engine/core/document.ts'
import { conflict, invalid, isProblem, notFound, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstanceDetail } from '../../remote/instance.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly out?: string
  readonly force?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .argument('[document]', say('argument.document'))
      .option('--out <file>', say('option.outDocument'))
      .option('--force', say('option.force'))
    declareConnection(command, say)
  },

  async run({ args: [name = '', wanted], options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const found = await api.get<ShownInstanceDetail>(instancePlace(name))
    if (isProblem(found)) return found
    const paper = choose(found.documents, wanted, say)
    if (isProblem(paper)) return paper
    const file = resolve(options.out ?? fileName(paper.name))
    if (existsSync(file) && options.force !== true) return conflict('document.exists', say('document.exists', { file }))
    const bytes = await api.download(`${instancePlace(name)}/documents/${paper.digest}`)
    if (isProblem(bytes)) return bytes
    if (createHash('sha256').update(bytes).digest('hex') !== paper.digest)
      return invalid('document.digest', say('document.digest.wrong', { digest: paper.digest }))
    writeFileSync(file, bytes)
    return { json: { file, ...paper }, lines: [say('document.saved', { file, size: paper.size })] }
  },
})

/** @param wanted part of its name, or the beginning of its digest */
function choose(papers: readonly DocumentRow[], wanted: string | undefined, say: Say): DocumentRow | Problem {
  const fitting = papers.filter(
    (it) => wanted === undefined || it.name.includes(wanted) || it.digest.startsWith(wanted),
  )
  const [paper, ...others] = fitting
  if (paper === undefined) return notFound('document.not-found', say('document.none'))
  if (others.length === 0) return paper
  return invalid('document.several', say('document.several', { names: fitting.map((it) => it.name).join(', ') }))
}

/** Only the last part of what the server suggests, so that nothing is written elsewhere. */
const fileName = (name: string): string => name.replaceAll(/[/\\\p{Cc}]/gu, '_').replace(/^\.+/, '') || 'document'
