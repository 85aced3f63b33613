/** Runs the doubles of the data bus, the payment switch and the notice gateways until it is stopped. */
import { resolve } from 'node:path'
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { facts } from '../../output/table.ts'
import { declarePorts, portsOf, type PortOptions } from '../../running/sandbox-options.ts'
import { listenProblem } from '../../running/start.ts'
import { untilStopped } from '../../running/until-stopped.ts'

interface Options extends PortOptions {
  readonly data: string
  readonly masar: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .option('--data <folder>', say('option.sandboxData'), './var/sandbox')
      .option('--masar <url>', say('option.masar'), 'http://127.0.0.1:8080')
    declarePorts(command, say)
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const ports = portsOf(options, say)
    if (isProblem(ports)) return ports
    const { startSandbox } = await import('../../running/sandbox.ts')
    const folder = resolve(options.data)
    try {
      const sandbox = await startSandbox({ folder, ports, masarUrl: options.masar, logLevel: 'info' })
      const { databus, payments, notify, smtp, signOn, scanner, configFile } = sandbox
      return {
        json: { double: true, databus, payments, notify, smtp, signOn, scanner, configFile },
        lines: [
          say('sandbox.double'),
          ...facts([
            [say('sandbox.databus'), databus],
            [say('sandbox.payments'), `${payments}/payer`],
            [say('sandbox.notify'), `${notify}/outbox`],
            [say('sandbox.smtp'), `${smtp.host}:${smtp.port}`],
            [say('sandbox.signOn'), signOn],
            [say('sandbox.scanner'), `${scanner.host}:${scanner.port}`],
          ]),
          say('sandbox.config', { file: configFile }),
        ],
        until: untilStopped(() => sandbox.close(), terminal),
      }
    } catch (error) {
      const problem = listenProblem(error, Object.values(ports).join(', '), say)
      if (problem === undefined) throw error
      return problem
    }
  },
})
