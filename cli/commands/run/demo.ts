/** Masar to try out, whole: server, sandbox, people and services in one process. What `npm start` runs. */
import { resolve } from 'node:path'
import { invalid, isProblem } from '../../../engine/core/problem.ts'
import { LANGUAGES } from '../../../engine/core/text.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { EXIT } from '../../exit-codes.ts'
import { problemLines } from '../../output/problem.ts'
import { facts, table } from '../../output/table.ts'
import type { Demonstration } from '../../running/demonstration.ts'
import { portOf } from '../../running/port.ts'
import { declarePorts, portsOf, type PortOptions } from '../../running/sandbox-options.ts'
import { listenProblem } from '../../running/start.ts'
import { untilStopped } from '../../running/until-stopped.ts'
import { walk } from '../../running/walk.ts'
import type { Terminal } from '../../terminal.ts'
import { sayIn, type TextKey } from '../../text/text.ts'

interface Options extends PortOptions {
  readonly data: string
  readonly port: string
  readonly once?: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .option('--data <folder>', say('option.demoData'), './var/demo')
      .option('--port <number>', say('option.port'), '8080')
      .option('--once', say('option.once'))
    declarePorts(command, say)
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const ports = portsOf(options, say)
    if (isProblem(ports)) return ports
    const port = portOf(options.port)
    if (port === undefined) return invalid('usage.port', say('usage.port', { found: options.port }))
    const { startDemonstration } = await import('../../running/demonstration.ts')
    try {
      const started = await startDemonstration({ folder: resolve(options.data), port, ports }, terminal)
      if (isProblem(started)) return started
      const shown = { json: documentOf(started), lines: linesOf(started, terminal) }
      if (options.once !== true) return { ...shown, until: untilStopped(started.close, terminal) }
      await started.close()
      return { ...shown, exit: started.refused === undefined ? EXIT.ok : EXIT.invalid }
    } catch (error) {
      const problem = listenProblem(error, [port, ...Object.values(ports)].join(', '), say)
      if (problem === undefined) throw error
      return problem
    }
  },
})

function documentOf(demo: Demonstration): Outcome['json'] {
  const { url, sandbox, people, services, refused } = demo
  const { databus, payments, notify, smtp, signOn, scanner, configFile } = sandbox
  return {
    url,
    openapi: `${url}/api/openapi.json`,
    sandbox: {
      double: true,
      databus,
      payer: `${payments}/payer`,
      outbox: `${notify}/outbox`,
      smtp,
      signOn,
      scanner,
      configFile,
    },
    people,
    services,
    ...(refused === undefined ? {} : { refused }),
    walk: walk(demo).flatMap(({ lines }) => lines),
  }
}

/** Both languages, whichever the reader's: this is the first thing anybody sees of Masar. */
const both = (key: TextKey): string => LANGUAGES.map((language) => sayIn(language)(key)).join(' · ')

function linesOf(demo: Demonstration, terminal: Terminal): readonly string[] {
  const { url, sandbox, people, services, refused } = demo
  return [
    both('demo.running'),
    '',
    ...facts([
      [both('demo.site'), url],
      [both('demo.api'), `${url}/api`],
      [both('demo.openapi'), `${url}/api/openapi.json`],
      [both('demo.payer'), `${sandbox.payments}/payer`],
      [both('demo.outbox'), `${sandbox.notify}/outbox`],
      [both('demo.databus'), sandbox.databus],
      [both('demo.deployed'), services.join(', ')],
    ]),
    '',
    both('sandbox.double'),
    '',
    ...table(
      [both('account.user'), both('account.passwordTitle'), both('account.agency'), both('account.who')],
      people.map((it) => [it.id, it.password, it.agency, both(`part.${it.part}`)]),
    ),
    '',
    ...(refused === undefined ? [] : [both('demo.refused'), ...problemLines(refused, terminal), '']),
    both('demo.walk'),
    '',
    ...walk(demo).flatMap(({ title, lines }) => [`# ${both(title)}`, ...lines, '']),
    both('demo.stop'),
  ]
}
