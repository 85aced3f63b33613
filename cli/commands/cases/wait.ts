/** Wait until an application has come so far: for scripts, between one step and the next. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Option } from 'commander'
import { reasonTo } from '../../../engine/core/incident-reason.ts'
import { isProblem, unavailable, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { instanceLines } from '../../output/instance.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstanceDetail } from '../../remote/instance.ts'
import type { ShownPage, ShownTask } from '../../remote/task.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions {
  readonly for: Goal
  readonly document?: string
  readonly seconds: string
}

type Goal = keyof typeof GOALS
type Reached = (found: ShownInstanceDetail, api: Api, options: Options) => boolean | Promise<boolean | Problem>

const GOALS = {
  end: (found) => found.status !== 'active',
  document: (found, _api, { document = '' }) => found.documents.some((it) => it.name.includes(document)),
  /** A bill went to the payer, whatever they did with it since. */
  payment: (found) => found.charges.some((it) => it.state !== 'created'),
  paid: (found) => found.charges.some((it) => it.state === 'committed'),
  /** On the desk of the one who asks. */
  async task({ reference }, api) {
    const page = await api.get<ShownPage<ShownTask>>('/api/tasks', { reference })
    return isProblem(page) ? page : page.items.length > 0
  },
} as const satisfies Record<string, Reached>

const PAUSE = 250

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .addOption(new Option('--for <goal>', say('option.for')).choices(Object.keys(GOALS)).default('end'))
      .option('--document <text>', say('option.documentName'))
      .option('--seconds <count>', say('option.seconds'), '60')
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const reached: Reached = GOALS[options.for]
    const until = performance.now() + Number(options.seconds) * 1_000
    for (;;) {
      const found = await api.get<ShownInstanceDetail>(instancePlace(name))
      if (isProblem(found)) return found
      const there = await reached(found, api, options)
      if (isProblem(there)) return there
      if (there) return { json: found, lines: instanceLines(found, terminal) }
      if (performance.now() >= until) return unavailable('wait.over', overdue(found, options, terminal))
      terminal.progress(terminal.say('wait.waiting', { goal: options.for, reference: found.reference }))
      await sleep(PAUSE)
    }
  },
})

function overdue(found: ShownInstanceDetail, options: Options, { say, language }: Terminal): string {
  const incident = Object.values(found.incidents ?? {})[0]
  const sentence = say('wait.over', { goal: options.for, seconds: options.seconds, reference: found.reference })
  return incident === undefined ? sentence : `${sentence} ${incident.element}: ${reasonTo(incident.message, language)}`
}
