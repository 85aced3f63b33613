/** Where tokens wait for each other: a token on every way in before one goes on. */
import type { Element } from '../../../core/program.ts'
import { behaviour } from '../../kernel/elements/table.ts'

export const isJoin = (element: Element): boolean =>
  element.incoming.length > 1 && behaviour(element.kind).join === 'every'
