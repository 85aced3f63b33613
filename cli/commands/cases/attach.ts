/** Give files for answers to name: each is known by its digest from then on. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Attachment } from '../../../engine/core/attachment.ts'
import { isProblem, notFound, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { Say } from '../../text/text.ts'

export const command = defineCommand<ConnectionOptions>({
  declare(command, say) {
    command.argument('<files...>', say('argument.files'))
    declareConnection(command, say)
  },

  async run({ args, options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const files = args.flat().map((file) => read(file, say))
    const missing = files.find(isProblem)
    if (missing) return missing
    const given = await api.upload<{ readonly items: readonly Attachment[] }>(
      '/api/attachments',
      files.flatMap((file) => (isProblem(file) ? [] : [file])),
    )
    if (isProblem(given)) return given
    return {
      json: given,
      lines: given.items.map(({ digest, name, size, mediaType }) =>
        say('attach.given', { digest, name, size, mediaType }),
      ),
    }
  },
})

function read(file: string, say: Say): { readonly name: string; readonly bytes: Uint8Array } | Problem {
  try {
    return { name: basename(file), bytes: readFileSync(file) }
  } catch {
    return notFound('file.not-found', say('file.notFound', { file }))
  }
}
