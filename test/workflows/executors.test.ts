/** Which of the services we ship runs on bpmn-engine as well, and why another does not: the obstacles, element by element. */
import { expect, test, vi } from 'vitest'
import type { Library } from '../../engine/core/program.ts'
import { cannotRun } from '../../engine/executors.ts'
import { checkedPackages } from './shelf.ts'

vi.setConfig({ testTimeout: 60_000 })

/** What stands in the way; only undoing does. */
const OBSTACLES: Readonly<Record<string, readonly string[]>> = {
  'moj.non-conviction': [],
  'mot.vehicle-renewal': ['undo', 'undo_payment', 'undo_renewal'],
}

test.each(Object.entries(OBSTACLES))('%s: bpmn-engine is stopped by %j', async (id, expected) => {
  const packages = await checkedPackages()
  const programs = packages.flatMap((it) => [...it.programs.values()])
  const library: Library = { program: (key) => programs.find((it) => it.key === key) }
  const own = packages.find((it) => it.workflow.id === id)?.programs.values() ?? []
  const obstacles = [...own].flatMap((program) => cannotRun('bpmn-engine', program, library))
  expect(obstacles.map((it) => it.element).sort()).toEqual(expected)
  expect(obstacles.filter((it) => !it.reason.en.includes('compensation'))).toEqual([])
})
