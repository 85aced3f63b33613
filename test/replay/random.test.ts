import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../engine/core/command.ts'
import { PALESTINE } from '../../engine/core/policy/calendar.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay, type Line } from '../../engine/replay/replay.ts'
import { keyOf } from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'
import { blocks, programsOf } from '../kernel/random.ts'
import { act, dice } from '../kernel/walk.ts'

/** A case with its history. */
class Recorded extends Case {
  readonly lines: Line[] = []

  override take(command: Command): this {
    super.take(command)
    this.lines.push({ seq: this.lines.length + 1, at: this.now, command: command.kind, events: this.last })
    return this
  }
}

test('whatever happened to an application, its own procedure decides just that again', () => {
  assert(
    property(blocks, dice, (block, throws) => {
      const programs = programsOf(block)
      const it = new Recorded(programs).start({ n: 1, nobody: null })
      for (const die of throws) if (it.status === 'active') act(it, die)
      const library = { program: (key: string) => programs.find((program) => program.key === key) }
      const changed = { library, calendar: PALESTINE, executor: kernel, constants: {}, program: keyOf('main') }
      expect(replay(it.lines, changed)).toEqual({
        differences: [],
        followed: it.lines.length,
        lines: it.lines.length,
      })
    }),
    { numRuns: 150 },
  )
})
