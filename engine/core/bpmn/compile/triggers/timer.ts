/** A time sets the event off. */
import type { TriggerOf } from '../../../program.ts'
import { childOf, textOf, type ModdleElement } from '../../element.ts'
import type { Node } from '../../diagram.ts'
import { compiled } from '../../expression.ts'
import { present } from '../kind.ts'

export function timer(node: Node, definition: ModdleElement): TriggerOf<'timer'> {
  const read = (name: string) => {
    const holder = childOf(definition, name)
    return holder === undefined ? undefined : compiled(textOf(holder, 'body')?.trim() ?? '')
  }
  const at = read('timeDate')
  if (at) return { kind: 'timer', timer: { kind: 'date', at } }
  const after = read('timeDuration')
  if (after) return { kind: 'timer', timer: { kind: 'duration', after } }
  return { kind: 'timer', timer: { kind: 'cycle', every: present(read('timeCycle'), 'a timer', node) } }
}
