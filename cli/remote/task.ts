/** A task as the server shows it, found by its id or by the reference number a person has before them. */
import type { Text } from '../../engine/core/text.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { invalid, isProblem, notFound, type Problem } from '../../engine/core/problem.ts'
import { moment } from '../output/time.ts'
import type { Terminal } from '../terminal.ts'
import type { Api } from './api.ts'

export interface ShownTask {
  readonly id: string
  readonly reference: string
  readonly element: string
  readonly name: string
  readonly status: string
  readonly assignee?: string
  readonly candidateGroups: readonly string[]
  readonly due?: string
  readonly openedAt: string
  readonly form?: string
}

export interface ShownTaskDetail extends ShownTask {
  readonly variables: JsonObject
  readonly formDefinition?: {
    readonly title: Text
    readonly schema: JsonObject
    readonly texts: Readonly<
      Record<string, { readonly label: Text; readonly choices?: Readonly<Record<string, Text>> }>
    >
  }
}

export interface ShownPage<T> {
  readonly items: readonly T[]
  readonly next?: string
}

/**
 * @param name `instance:number`, or a reference number whose application has one open task for this person
 * @param element which task, where the application has several
 */
export async function taskId(
  api: Api,
  name: string,
  element: string | undefined,
  { say }: Terminal,
): Promise<string | Problem> {
  if (name.includes(':')) return name
  const page = await api.get<ShownPage<ShownTask>>('/api/tasks', { reference: name })
  if (isProblem(page)) return page
  const found = page.items.filter((it) => element === undefined || it.element === element)
  const [task, ...others] = found
  if (task === undefined) return notFound('task.not-found', say('task.none', { reference: name }))
  if (others.length > 0)
    return invalid(
      'task.several',
      say('task.several', { reference: name, elements: found.map((it) => it.element).join(', ') }),
    )
  return task.id
}

export const taskHeadings = ({ say }: Terminal): readonly string[] => [
  say('task.reference'),
  say('task.element'),
  say('task.name'),
  say('task.assignee'),
  say('task.due'),
  say('task.id'),
]

export const taskCells = (task: ShownTask): readonly string[] => [
  task.reference,
  task.element,
  task.name,
  task.assignee ?? task.candidateGroups.join(', '),
  moment(task.due),
  task.id,
]
