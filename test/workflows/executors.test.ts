/** Which of the services we ship run on bpmn-engine as well, and why the others do not: the obstacles, element by element. */
import { expect, test, vi } from 'vitest'
import type { Library } from '../../engine/core/program.ts'
import { cannotRun } from '../../engine/executors.ts'
import { checkedPackages, names } from './shelf.ts'

vi.setConfig({ testTimeout: 60_000 })

/** What stands in the way; only undoing does. */
const OBSTACLES: Readonly<Record<string, readonly string[]>> = {
  'chamber.membership': [],
  'common.correct': [],
  'common.identify': [],
  'common.issue': [],
  'common.notify': [],
  'common.pay': [],
  'common.refund': [],
  'common.refuse': [],
  'lgu.building-permit': [],
  'mne.company-registration': ['entry_to_undo', 'undo_entry'],
  'moj.non-conviction': [],
  'mot.vehicle-renewal': ['undo', 'undo_payment', 'undo_renewal'],
  'municipality.craft-licence': [],
}

test('says of every package we ship whether bpmn-engine runs it', () => {
  expect(Object.keys(OBSTACLES)).toEqual([...names].sort())
})

test.each(Object.entries(OBSTACLES))('%s: bpmn-engine is stopped by %j', async (id, expected) => {
  const packages = await checkedPackages()
  const programs = packages.flatMap((it) => [...it.programs.values()])
  const library: Library = { program: (key) => programs.find((it) => it.key === key) }
  const own = [...(packages.find((it) => it.workflow.id === id)?.programs.values() ?? [])]
  expect(own).not.toEqual([])
  const obstacles = own.flatMap((program) => cannotRun('bpmn-engine', program, library))
  expect([...new Set(obstacles.map(({ element }) => element))].sort()).toEqual(expected)
  expect(obstacles.filter(({ reason }) => !reason.en.includes('compensation'))).toEqual([])
})
