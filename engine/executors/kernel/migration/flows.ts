/** Sequence flows by their id, worked out once per program. */
import type { Flow, Program } from '../../../core/program.ts'

const known = new WeakMap<Program, ReadonlyMap<string, Flow>>()

export function flowNamed(program: Program, id: string): Flow {
  const flows = known.get(program) ?? new Map(program.flows.map((flow) => [flow.id, flow]))
  known.set(program, flows)
  const flow = flows.get(id)
  if (!flow) throw new Error(`Expected the flow ${id} in ${program.key}`)
  return flow
}
