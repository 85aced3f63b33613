/** A condition sets the event off once it is true. */
import type { ConditionDefinition, TriggerOf, VariableChange } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, extensionOf, textOf, type ModdleElement } from '../../element.ts'
import { compiled } from '../../expression.ts'
import { namesIn } from '../../variable.ts'
import { present } from '../kind.ts'

export function conditional(node: Node, definition: ModdleElement): TriggerOf<'conditional'> {
  const condition = compiled(present(textOf(childOf(definition, 'condition'), 'body'), 'a condition', node))
  return { kind: 'conditional', condition: { condition, ...filterOf(definition) } }
}

function filterOf(definition: ModdleElement): Omit<ConditionDefinition, 'condition'> {
  const filter = extensionOf(definition, 'zeebe:ConditionalFilter')
  const variables = namesIn(textOf(filter, 'variableNames'))
  const changes = namesIn(textOf(filter, 'variableEvents')).filter(isChange)
  return { ...(variables.length > 0 && { variables }), ...(changes.length > 0 && { changes }) }
}

export const isChange = (name: string): name is VariableChange => name === 'create' || name === 'update'
