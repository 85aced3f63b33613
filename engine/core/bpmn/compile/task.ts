/** Tasks: what a clerk, a connector or the engine itself does. */
import type { UserTaskDefinition } from '../../program.ts'
import type { Node } from '../diagram.ts'
import { extensionOf, textOf } from '../element.ts'
import { compiled, constant } from '../expression.ts'
import { laneGroups } from '../lanes.ts'
import { fourEyesOf, namesSomebody } from '../rules/user-tasks.ts'
import { isInstantiating } from '../starts.ts'
import { present, type Compiling, type Kind } from './kind.ts'
import { jobOf, sendOf } from './send.ts'
import { messageOf } from './triggers/message.ts'

/** Where each expression of a user task stands. */
const FIELDS = {
  assignee: 'zeebe:AssignmentDefinition',
  candidateGroups: 'zeebe:AssignmentDefinition',
  candidateUsers: 'zeebe:AssignmentDefinition',
  dueDate: 'zeebe:TaskSchedule',
  followUpDate: 'zeebe:TaskSchedule',
  priority: 'zeebe:PriorityDefinition',
} as const satisfies Readonly<Partial<Record<keyof UserTaskDefinition, string>>>

/** Groups of its lane where it names nobody itself (lanes.ts). */
export function userTask(node: Node, { links }: Compiling): Kind {
  const form = textOf(extensionOf(node.element, 'zeebe:FormDefinition'), 'formId')
  const written = Object.entries(FIELDS).flatMap(([name, extension]) => {
    const text = textOf(extensionOf(node.element, extension), name)
    return text === undefined ? [] : [[name, compiled(text)] as const]
  })
  const groups = namesSomebody(node) ? [] : laneGroups(node, links)
  const lane = groups.length === 0 ? {} : { candidateGroups: constant(groups.join(',')) }
  const own = Object.fromEntries(written)
  return {
    kind: 'userTask',
    task: { ...(form === undefined ? {} : { form }), ...lane, ...own, fourEyes: fourEyesOf(node) },
  }
}

export const serviceTask = (node: Node): Kind => ({ kind: 'serviceTask', job: jobOf(node) })

export const sendTask = (node: Node): Kind => ({ kind: 'sendTask', send: sendOf(node, node.element) })

export const receiveTask = (node: Node): Kind => ({
  kind: 'receiveTask',
  message: messageOf(node, node.element),
  ...(isInstantiating(node) ? { instantiate: true } : {}),
})

export const manualTask = (): Kind => ({ kind: 'manualTask' })

/** With a task definition it is work for a worker, as in Camunda 8. */
export function scriptTask(node: Node): Kind {
  const script = extensionOf(node.element, 'zeebe:Script')
  if (script === undefined) return serviceTask(node)
  return {
    kind: 'scriptTask',
    expression: compiled(present(textOf(script, 'expression'), 'a script expression', node)),
    resultVariable: present(textOf(script, 'resultVariable'), 'a result variable', node),
  }
}

/** With a task definition it is work for a worker, as in Camunda 8. */
export function businessRuleTask(node: Node): Kind {
  const called = extensionOf(node.element, 'zeebe:CalledDecision')
  if (called === undefined) return serviceTask(node)
  return {
    kind: 'businessRuleTask',
    decisionId: present(textOf(called, 'decisionId'), 'a decision id', node),
    resultVariable: present(textOf(called, 'resultVariable'), 'a result variable', node),
  }
}
