/** An application of one version that goes over to the next one, for tests of migration. */
import { expect } from 'vitest'
import { type ProgramKey, type LocalId, programKey } from '../../engine/core/ids.ts'
import { type Migration, PLAIN_MIGRATION } from '../../engine/core/migration.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Program } from '../../engine/core/program.ts'
import { draw, end, type Node, start } from './build.ts'
import { Case } from './case.ts'

export const HOUR = 3_600_000
export const V2 = programKey('test', '2.0.0', 'main')

/** The same drawing as the version after the one that `draw` makes. */
export const next = (program: Program): Program => ({ ...program, key: programKey('test', '2.0.0', program.processId) })

export type Drawing = readonly [nodes: readonly Node[], flows: readonly string[]]

export interface Story {
  readonly v1: Drawing
  readonly v2: Drawing
  readonly variables?: JsonObject
  /** Called processes, of both versions. */
  readonly others?: readonly Program[]
}

export const begin = ({ v1, v2, variables = {}, others = [] }: Story): Case =>
  new Case([draw('main', ...v1), next(draw('main', ...v2)), ...others]).start(variables)

interface Asked extends Partial<Migration> {
  readonly to?: ProgramKey
  readonly busy?: readonly LocalId[]
  readonly opened?: Readonly<Record<LocalId, number>>
  readonly constants?: JsonObject
}

export const asked = ({ to = V2, busy = [], opened = {}, constants = {}, ...migration }: Asked = {}) =>
  ({ kind: 'migrate', to, busy, opened, constants, migration: { ...PLAIN_MIGRATION, ...migration } }) as const

export const migrate = (it: Case, how?: Asked): Case => it.take(asked(how))

/** "rule place" of everything that stands against it; nothing has changed then. */
export function against(it: Case, how?: Asked): readonly string[] {
  const before = JSON.stringify(it.live)
  const problem = it.try(asked(how))
  expect(JSON.stringify(it.live)).toBe(before)
  for (const { messageAr, remedyAr, remedy } of problem?.findings ?? [])
    expect([messageAr, remedyAr, remedy]).not.toContain(undefined)
  if (problem) expect(problem.kind).toMatch(/conflict|notFound/)
  return problem?.findings?.map(({ rule, place }) => `${rule.replace('migration/', '')} ${place}`) ?? []
}

export const line = (...nodes: readonly Node[]): Drawing => [
  [start('s'), ...nodes, end('e')],
  [['s', ...nodes.map(({ id }) => id), 'e'].join(' -> ')],
]

export const lastTask = (it: Case) => it.last.find((event) => event.kind === 'taskRenewed')?.task
export const lastJob = (it: Case) => it.last.find((event) => event.kind === 'jobRenewed')?.job
