/** In which procedure an element stands: the application's own, or one it calls. */
import type { LocalId, ProgramKey } from './ids.ts'
import type { InstanceState } from './instance.ts'
import type { JsonObject } from './json.ts'

/** The program an element instance runs in: of the nearest enclosing process or called process. */
export function programOf(state: InstanceState, id: LocalId): ProgramKey {
  let current: LocalId | undefined = id
  while (current !== undefined) {
    const element: InstanceState['elements'][LocalId] | undefined = state.elements[current]
    if (element === undefined) return state.program
    if (element.program !== undefined) return element.program
    current = element.scope
  }
  return state.program
}

/** Every variable seen from an element, the nearest scope's winning, up to the root of its procedure. */
export function visibleVariables(state: InstanceState, id: LocalId): JsonObject {
  const scopes: JsonObject[] = []
  let current: LocalId | undefined = id
  while (current !== undefined) {
    const element: InstanceState['elements'][LocalId] | undefined = state.elements[current]
    if (element === undefined) break
    if (element.variables) scopes.push(element.variables)
    if (element.program !== undefined) break
    current = element.scope
  }
  return Object.assign({}, ...scopes.toReversed()) as JsonObject
}
