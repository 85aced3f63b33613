/** What may be asked of a case on the kernel only. */
import type { CommandKind } from '../../../core/command.ts'
import { type Problem, conflict } from '../../../core/problem.ts'

/** What the library remembers speaks of the elements of one drawing and of tokens as it moved them. */
const REASONS: { readonly [K in CommandKind]?: string } = {
  migrate: 'what bpmn-engine remembers belongs to the version it began with',
  modify: 'bpmn-engine moves its tokens along the drawing only',
}

export function refusedCommand(kind: CommandKind): Problem | undefined {
  const reason = REASONS[kind]
  return reason === undefined
    ? undefined
    : conflict(
        'executor.cannot',
        `Expected an instance on the kernel to ${kind}, but this one runs on bpmn-engine: ${reason}; let it end, or cancel it and begin a new one on the kernel`,
      )
}
