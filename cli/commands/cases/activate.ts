/** Begin steps of an ad-hoc subprocess. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'

interface Options extends ConnectionOptions {
  readonly in?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .argument('<elements...>', say('argument.elements'))
      .option('--in <element>', say('option.in'))
    declareConnection(command, say)
  },

  async run({ args: [name = '', ...elements], options, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const done = await api.send<object>('POST', `${instancePlace(name)}/ad-hoc`, {
      elements: elements.map((element) => ({ element })),
      ...(options.in === undefined ? {} : { in: options.in }),
    })
    if (isProblem(done)) return done
    return { json: done, lines: [say('activate.done', { reference: name, elements: elements.join(', ') })] }
  },
})
