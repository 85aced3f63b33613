/** Move an application by hand: steps are cancelled, begun or moved, variables set; all of it or nothing. */
import { localEntries, type LocalId } from '../../../engine/core/ids.ts'
import type { Instruction, Standing } from '../../../engine/core/modification.ts'
import { conflict, invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace, type ShownInstanceDetail } from '../../remote/instance.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly reason: string
  readonly cancel?: readonly string[]
  readonly start?: readonly string[]
  readonly move?: readonly string[]
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .requiredOption('--reason <text>', say('option.reason'))
      .option('--cancel <step...>', say('option.cancelStep'))
      .option('--start <element...>', say('option.startStep'))
      .option('--move <step=element...>', say('option.moveStep'))
    declareAnswers(command, say)
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const { say } = terminal
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const found = await api.get<ShownInstanceDetail>(instancePlace(name))
    if (isProblem(found)) return found
    const asked = instructionsOf(options, found, say)
    if (isProblem(asked)) return asked
    const sets: readonly Instruction[] = Object.keys(variables).length > 0 ? [{ kind: 'set', variables }] : []
    const done = await api.send<{ readonly standing: readonly Standing[] }>('POST', `${instancePlace(name)}/modify`, {
      reason: options.reason,
      instructions: [...sets, ...asked],
    })
    if (isProblem(done)) return done
    const places = done.standing.map(({ element, id }) => `${element} (${id})`).join(', ')
    return { json: done, lines: [say('modify.done', { reference: found.reference, places: places || '-' })] }
  },
})

function instructionsOf(
  { cancel = [], start = [], move = [] }: Options,
  found: ShownInstanceDetail,
  say: Say,
): readonly Instruction[] | Problem {
  const instructions: Instruction[] = []
  for (const step of cancel) {
    const id = stepOf(step, found, say)
    if (isProblem(id)) return id
    instructions.push({ kind: 'cancel', id })
  }
  for (const element of start) instructions.push({ kind: 'start', element })
  for (const text of move) {
    const [from = '', to] = text.split('=')
    if (!to) return invalid('usage.move', say('usage.move', { found: text.slice(0, 60) }))
    const id = stepOf(from, found, say)
    if (isProblem(id)) return id
    instructions.push({ kind: 'move', id, to })
  }
  return instructions
}

/** @param step local id of an element instance, or the id of an element at work once */
function stepOf(step: string, { elements = {} }: ShownInstanceDetail, say: Say): LocalId | Problem {
  const live = localEntries(elements)
  const found = live.filter(([id, { element }]) => id === step || element === step).map(([id]) => id)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  return conflict('modify.step', say('modify.step', { step, found: found.join(', ') || '-' }))
}
