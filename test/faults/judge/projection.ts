/** The lists people and workers look at say what the cases say: each open row belongs to a wait, each wait has its row. */
import { NOTHING, type Findings } from './findings.ts'
import type { OpenRows, StoreRecord } from './record.ts'

export function judgeProjection({ cases, open }: StoreRecord): Findings {
  const waits: Record<keyof OpenRows, string[]> = {
    task: [],
    job: [],
    timer: [],
    message: [],
    signal: [],
    incident: [],
  }
  for (const { id, state } of cases) {
    for (const [local, { kind }] of Object.entries(state.waits))
      if (kind !== 'condition') waits[kind].push(`${id}:${local}`)
    for (const local of Object.keys(state.incidents)) waits.incident.push(`${id}:${local}`)
  }
  const broken = (Object.keys(waits) as (keyof OpenRows)[]).flatMap((kind) => {
    const rows = new Set(open[kind])
    const expected = new Set(waits[kind])
    return [
      ...[...rows]
        .filter((id) => !expected.has(id))
        .map((id) => `${kind} ${id} is listed, but its case waits for no such thing`),
      ...[...expected]
        .filter((id) => !rows.has(id))
        .map((id) => `a case waits for ${kind} ${id}, but it is listed nowhere`),
    ]
  })
  return { ...NOTHING, broken }
}
