import { afterEach, describe, expect, test } from 'vitest'
import { createGate, type Gate, type GateLimits } from '../../engine/packages/gate.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { comparePackages } from '../../engine/core/package/difference/compare.ts'
import { importBpmn } from '../../engine/core/bpmn/import/import.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { flow } from '../bpmn/drawing.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { attack, line, script } from './parcel.ts'

const WORKER = new URL('../../engine/gate-worker.ts', import.meta.url)
const gates: Gate[] = []
const MOJ = 'moj' as AgencyId
const MOH = 'moh' as AgencyId

afterEach(async () => {
  for (const gate of gates.splice(0)) await gate.close()
})

function gate(limits: Partial<GateLimits> = {}, deployed: readonly PackageFiles[] = []): Gate {
  const made = createGate({
    worker: WORKER,
    deployed: async () => (deployed[0] ? packZip(deployed[0]) : undefined),
    limits,
  })
  gates.push(made)
  return made
}

const sound = attack({ steps: line(script('a', '=1')) })

/** Sound, but slow to read. */
const costly = attack({
  steps: line(...Array.from({ length: 2_300 }, (_, index) => script(`t${index}`, `=${index} + ${index}`))),
})

/** What a script finds out is read by nothing here, and told as a warning. */
const isError = ({ severity }: Finding): boolean => severity === 'error'

describe('A package is judged beside the server', { timeout: 60_000 }, () => {
  test('and let through when it is sound', async () => {
    expect(await gate().judge(MOJ, [sound])).toEqual([])
  })

  test('with the same findings as in the server', async () => {
    const broken = attack({ steps: line(script('a', '=1 +')) })
    const found = await gate().judge(MOJ, [broken])
    expect(found.filter(isError)).toMatchObject([{ rule: 'bpmn/feel', file: 'main.bpmn', place: 'a' }])
  })

  test('with what to think of in it too, where somebody asks for that; it does not stand in the way', async () => {
    const odd = attack({
      steps: `${line(script('a', '=1'))}${script('lost', '=1')[1]}${flow('round', 'lost', 'lost')}`,
    })
    const one = gate()
    const found = await one.findings(MOJ, [odd])
    expect(found.filter(isError)).toEqual([])
    expect(found).toContainEqual(expect.objectContaining({ rule: 'bpmn/reachable', place: 'lost' }))
    expect(await one.judge(MOJ, [odd])).toEqual([])
  })

  test('and held against another there, with the same differences as in the server', async () => {
    const other = attack({ steps: line(script('b', '=2')) })
    const now = Date.UTC(2026, 0, 4)
    const differences = await comparePackages(sound, other, now)
    expect(differences.length).toBeGreaterThan(0)
    expect(await gate().compare(MOJ, sound, other, now)).toEqual({ ok: true, differences })
  })

  test('and not compared for longer than is good for others', async () => {
    const compared = await gate({ effort: 0 }).compare(MOJ, sound, costly, 0)
    expect(compared).toMatchObject({ ok: false, findings: [{ rule: 'package/too-costly' }] })
  })

  test('together with the deployed packages it uses', async () => {
    const uses = { uses: { 'common.shared': '1.0.0' } }
    const using = attack({ steps: line(script('a', '=1')), workflow: uses })
    const shared = attack({
      id: 'common.shared',
      steps: '',
      workflow: { shared: true, start: undefined },
      files: { 'main.bpmn': sharedDrawing() },
    })
    const alone = await gate().judge(MOJ, [using])
    expect(alone.filter(isError)).toMatchObject([{ rule: 'package/uses', place: '/uses/common.shared' }])
    expect(await gate({}, [shared]).judge(MOJ, [using])).toEqual([])
  })

  test('and refused when that takes too much time, while the next one is judged as ever', async () => {
    const impatient = gate({ patience: 100 })
    expect(await impatient.judge(MOJ, [costly])).toMatchObject([{ rule: 'package/too-costly', severity: 'error' }])
    const patient = gate()
    expect(await patient.judge(MOJ, [sound])).toEqual([])
  })

  test('and refused when that takes too much of the processor', async () => {
    // Between the two on any machine: a sound one costs a cold worker a fifth of the costly one.
    const one = gate({ effort: 220 })
    expect(await one.judge(MOJ, [costly])).toMatchObject([{ rule: 'package/too-costly' }])
    expect(await one.judge(MOJ, [sound])).toEqual([])
  })

  test('and refused when that takes too much memory, and the server lives on', async () => {
    const one = gate({ memory: 20 })
    const [finding] = await one.judge(MOJ, [costly])
    expect(finding).toMatchObject({ rule: 'package/too-costly' })
    expect(finding?.messageAr).toMatch(/\p{Script=Arabic}/u)
  })
})

describe('A drawing made for another engine is rewritten beside the server', { timeout: 60_000 }, () => {
  const foreign = (tasks: number): string =>
    `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x"><bpmn:process id="leave" isExecutable="true">${Array.from(
      { length: tasks },
      (_, n) => `<bpmn:userTask id="t${n}" camunda:candidateGroups="\${heads${n}}"/>`,
    ).join('')}</bpmn:process></bpmn:definitions>`

  test('into the same as in the server', async () => {
    const imported = await gate().import(MOJ, 'leave.bpmn', foreign(2))
    expect(imported).toMatchObject({ ok: true })
    expect(imported).toEqual(await importBpmn('leave.bpmn', foreign(2)))
  })

  test('and not for longer than is good for others, nor with more memory', async () => {
    const slow = gate({ patience: 100 }).import(MOJ, 'leave.bpmn', foreign(4_000))
    expect(await slow).toMatchObject({ ok: false, findings: [{ rule: 'package/too-costly' }] })
    const large = gate({ memory: 20 }).import(MOJ, 'leave.bpmn', foreign(4_000))
    expect(await large).toMatchObject({ ok: false, findings: [{ rule: 'package/too-costly' }] })
  })
})

describe('Agencies take turns', { timeout: 60_000 }, () => {
  test('so that one with many packages keeps another waiting for one of them at most', async () => {
    const one = gate()
    const done: string[] = []
    const judge = (agency: AgencyId): Promise<unknown> => one.judge(agency, [sound]).then(() => done.push(agency))
    await Promise.all([judge(MOJ), judge(MOJ), judge(MOJ), judge(MOJ), judge(MOH), judge(MOH)])
    expect(done).toEqual([MOJ, MOH, MOJ, MOH, MOJ, MOJ])
  })

  test('and one that asks without end is told to wait, while others are answered', async () => {
    const one = gate({ waiting: 2 })
    const taken = [one.judge(MOJ, [sound]), one.judge(MOJ, [sound]), one.judge(MOJ, [sound])]
    await expect(one.judge(MOJ, [sound])).rejects.toMatchObject({ problem: { kind: 'limited', code: 'gate.busy' } })
    expect(await one.judge(MOH, [sound])).toEqual([])
    expect(await Promise.all(taken)).toEqual([[], [], []])
    expect(await one.judge(MOJ, [sound])).toEqual([])
  })
})

const sharedDrawing = (): string =>
  new TextDecoder().decode(sound.get('main.bpmn')).replaceAll('id="main"', 'id="shared"')
