/** What is on my desk; or one task whole, with its form and what is known. */
import type { Command } from 'commander'
import { isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand, type Outcome } from '../../command.ts'
import { formLines } from '../../output/form.ts'
import { facts, table } from '../../output/table.ts'
import { moment } from '../../output/time.ts'
import type { Api } from '../../remote/api.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { declarePaging, pageLines, type PagingOptions } from '../../remote/paging.ts'
import {
  taskCells,
  taskHeadings,
  taskId,
  type ShownPage,
  type ShownTask,
  type ShownTaskDetail,
} from '../../remote/task.ts'
import type { Terminal } from '../../terminal.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions, PagingOptions {
  readonly view?: string
  readonly status?: string
  readonly reference?: string
  readonly element?: string
}

export const command = defineCommand<Options>({
  declare(command: Command, say: Say) {
    command
      .argument('[task]', say('argument.taskToShow'))
      .option('--view <view>', say('option.view'))
      .option('--status <status>', say('option.taskStatus'))
      .option('--reference <number>', say('option.reference'))
      .option('--element <id>', say('option.element'))
    declarePaging(command, say)
    declareConnection(command, say)
  },

  async run({ args: [name], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    return name === undefined ? list(api, options, terminal) : one(api, name, options, terminal)
  },
})

async function list(api: Api, options: Options, terminal: Terminal): Promise<Outcome | Problem> {
  const { view, status, reference, after, limit } = options
  const page = await api.get<ShownPage<ShownTask>>('/api/tasks', { view, status, reference, after, limit })
  if (isProblem(page)) return page
  if (page.items.length === 0) return { json: page, lines: [terminal.say('tasks.none')] }
  return {
    json: page,
    lines: [...table(taskHeadings(terminal), page.items.map(taskCells)), ...pageLines(page, terminal)],
  }
}

async function one(api: Api, name: string, options: Options, terminal: Terminal): Promise<Outcome | Problem> {
  const id = await taskId(api, name, options.element, terminal)
  if (isProblem(id)) return id
  const task = await api.get<ShownTaskDetail>(`/api/tasks/${encodeURIComponent(id)}`)
  if (isProblem(task)) return task
  const { say } = terminal
  const lines = [
    ...facts([
      [say('task.name'), task.name],
      [say('task.element'), task.element],
      [say('task.reference'), task.reference],
      [say('task.status'), task.status],
      [say('task.assignee'), task.assignee ?? task.candidateGroups.join(', ')],
      [say('task.due'), moment(task.due)],
      [say('task.id'), task.id],
    ]),
    '',
    ...formLines(task.formDefinition, terminal),
    say('task.known'),
    ...facts(Object.entries(task.variables).map(([key, value]) => [`  ${key}`, JSON.stringify(value)])),
  ]
  return { json: task, lines }
}
