/** Take a task offered to me, or give it back. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { taskId } from '../../remote/task.ts'

interface Options extends ConnectionOptions {
  readonly element?: string
  readonly release?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<task>', say('argument.task'))
      .option('--element <id>', say('option.element'))
      .option('--release', say('option.releaseTask'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const id = await taskId(api, name, options.element, terminal)
    if (isProblem(id)) return id
    const step = options.release === true ? 'release' : 'claim'
    const moved = await api.send<{ readonly reference: string }>('POST', `/api/tasks/${encodeURIComponent(id)}/${step}`)
    if (isProblem(moved)) return moved
    return { json: moved, lines: [terminal.say(`${step}.done`, { reference: moved.reference })] }
  },
})
