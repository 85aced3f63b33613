/**
 * A second process that has never seen the applications it is asked about: it gets a file, a state and a command as text
 * and decides as if it had just been started. Of each application it decides the last command first, so that nothing it
 * could remember from the commands before would help.
 *
 * One line of JSON in for each application, one line out: nothing, or the first command that was decided otherwise.
 */
import { createInterface } from 'node:readline'
import type { Executor } from '../../../engine/core/executor.ts'
import type { InstanceState } from '../../../engine/core/instance.ts'
import { contextOf, type Recorded } from '../comparison/player.ts'
import { CONTESTANTS } from '../contestant.ts'
import { deployed } from '../drawing/deployed.ts'
import { PLANTED } from '../planted/planted.ts'

export interface Asked {
  readonly executor: string
  readonly xml: string
  readonly recorded: readonly Recorded[]
}

const executors = [...CONTESTANTS.map(({ executor }) => executor), ...PLANTED.map(({ executor }) => executor)]

for await (const line of createInterface({ input: process.stdin })) {
  const otherwise = await decideAgain(JSON.parse(line) as Asked)
  process.stdout.write(`${JSON.stringify(otherwise ?? null)}\n`)
}

async function decideAgain({ executor: name, xml, recorded }: Asked): Promise<string | undefined> {
  const executor = executors.find((it) => it.name === name)
  if (!executor) return `no executor ${name} in the second process`
  const programs = await deployed(xml)
  const wrong = recorded.toReversed().find((one) => !isSame(executor, programs, one))
  return wrong && `restart: a second process decides ${JSON.stringify(wrong.command)} otherwise`
}

function isSame(
  executor: Executor,
  programs: Parameters<typeof contextOf>[0],
  { before, command, now, decided }: Recorded,
): boolean {
  const state = before === undefined ? undefined : (JSON.parse(before) as InstanceState)
  return JSON.stringify(executor.decide(state, command, contextOf(programs, now))) === decided
}
