import type { Deadline } from '../../engine/core/workflow.ts'
import { describe, expect, test, vi } from 'vitest'
import { readBpmn } from '../../engine/core/bpmn/read.ts'
import { priceOf } from '../../engine/core/package/fee-example.ts'
import { checkAll, checkedPackages, names, shelf, textOf } from './shelf.ts'

/** Every package we ship is judged whole. */
vi.setConfig({ testTimeout: 60_000 })

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /[A-Za-z]/

test('the packages we ship are sound together, without one warning', async () => {
  const checked = await checkAll()
  expect(checked.ok ? [] : checked.findings).toEqual([])
  const packages = checked.ok ? checked.packages.map((it) => it.package) : []
  expect(packages.map((it) => it.workflow.id).sort()).toEqual([...names].sort())
  expect(packages.flatMap((it) => it.warnings)).toEqual([])
})

test('what is assumed says that nobody has verified it', async () => {
  for (const { workflow } of await checkedPackages()) {
    const { fees = [], deadlines = [], retention = [], legalBasis = [] } = workflow
    for (const entry of [...fees, ...deadlines, ...retention, ...legalBasis])
      expect(entry).toMatchObject({ verified: false })
  }
})

test('every fee says what it comes to in cases a citizen recognises, and nobody reads a mark of ours', async () => {
  const moment = { now: Date.UTC(2026, 10, 28), timeZone: 'Asia/Hebron' }
  for (const { workflow, decisions } of await checkedPackages()) {
    expect(JSON.stringify(workflow)).not.toContain('(A)')
    for (const { decision, examples = [] } of workflow.fees ?? []) {
      const asked = decisions.get(decision)
      const prices = examples.map((one) => asked && priceOf(asked, one, workflow.policy ?? {}, moment))
      expect(prices.length, `${workflow.id} ${decision}`).toBeGreaterThan(0)
      for (const price of prices) expect(price).toMatchObject({ currency: 'ILS' })
    }
  }
})

/** Which constant of the procedure keeps a deadline, by the deadline's id. */
const KEPT_BY: Readonly<Record<string, string>> = {
  decision: 'decideWithin',
  resolve: 'resolveWithin',
  escalation: 'escalateAfter',
  payment: 'payWithin',
  answer: 'answerWithin',
  proposal: 'proposeWithin',
  name: 'nameWithin',
  reservation: 'reserveFor',
  hold: 'holdFor',
  filing: 'fillWithin',
  reminder: 'remindAfter',
  founders: 'foundersWithin',
  deposit: 'depositWithin',
  tax: 'taxRetryEvery',
  licence: 'licenceWithin',
  condition: 'waitWithin',
  review: 'reviewWithin',
  issue: 'issueWithin',
  renewalReminder: 'remindBefore',
  documents: 'supplyWithin',
  completeness: 'desk',
  audit: 'auditWithin',
  letter: 'letterWithin',
  objection: 'objectionWithin',
  session: 'sessionWithin',
  nextSession: 'nextSession',
  minutes: 'minutesWithin',
  amendment: 'amendWithin',
  contract: 'contractWithin',
  settingOut: 'settingOutWithin',
  inspection: 'inspectWithin',
  violation: 'violationWithin',
}

test('the deadlines people read are the ones the procedure keeps', async () => {
  const services = (await checkedPackages()).map((it) => it.workflow).filter((it) => !it.shared)
  const deadlines = services.flatMap(({ id: service, policy = {}, deadlines: all = [] }) =>
    all.map((one) => ({ service, id: one.id, told: one.duration, kept: keptAs(one, policy) })),
  )
  expect(deadlines.length).toBeGreaterThan(0)
  expect(deadlines.filter(({ told, kept }) => kept !== undefined && kept !== told)).toEqual([])
})

/** One on the statutory clock is kept as it is told; an event on it may count something else. */
function keptAs({ id, statutory, duration }: Deadline, policy: Readonly<Record<string, unknown>>): unknown {
  if (id === 'validity') return `P${String(policy['validityMonths'])}M`
  const name = KEPT_BY[id]
  return name === undefined ? undefined : (policy[name] ?? (statutory ? duration : 'missing'))
}

const drawings = [...shelf].flatMap(([name, files]) =>
  [...files]
    .filter(([path]) => path.endsWith('.bpmn'))
    .map(([path, bytes]) => [`${name}/${path}`, textOf(bytes)] as const),
)

describe.each(drawings)('the drawing %s', (file, xml) => {
  test('shows every step, lane and arrow at its place', async () => {
    const read = await readBpmn(file, xml)
    if (!read.ok) throw new Error(read.findings[0]?.message ?? 'not read')
    const drawn = new Set(
      [...xml.matchAll(/<bpmndi:BPMN(?:Shape|Edge) [^>]*bpmnElement="([^"]+)"/g)].map((it) => it[1]),
    )
    const steps = read.diagram.nodes.filter((it) => it.parent !== undefined).map((it) => it.id)
    const lanes = [...xml.matchAll(/<bpmn:lane id="([^"]+)"/g)].map((it) => it[1])
    const missing = [...steps, ...lanes, ...read.diagram.flows.map((it) => it.id)].filter((it) => !drawn.has(it))
    expect(missing).toEqual([])
    expect(lanes.length).toBeGreaterThan(0)
  })

  test('names its steps in both languages', () => {
    const named = [...xml.matchAll(/<bpmn:(?!message|error)\w+ [^>]*\bname="([^"]*)"/g)].map((it) => it[1] ?? '')
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((it) => !ARABIC.test(it) || !LATIN.test(it))).toEqual([])
  })

  test('runs from left to right in the file, so that the reader of either language finds the same picture', () => {
    const starts = [
      ...xml.matchAll(
        /<bpmndi:BPMNShape id="[^"]*" bpmnElement="(?:asked|start_online|service_down|every_morning)"[^>]*>\s*<dc:Bounds x="([\d.]+)"/g,
      ),
    ]
    const all = [...xml.matchAll(/<bpmndi:BPMNShape [^>]*>\s*<dc:Bounds x="([\d.]+)"[^>]*width="(?:36|50|130)"/g)]
    expect(Number(starts[0]?.[1])).toBe(Math.min(...all.map((it) => Number(it[1]))))
  })
})

test('every line of every decision table says what it rests on', () => {
  for (const [, files] of shelf)
    for (const [path, bytes] of files) {
      if (!path.endsWith('.dmn')) continue
      const rules = textOf(bytes).split('<rule ').slice(1)
      expect(rules.length).toBeGreaterThan(0)
      for (const rule of rules) expect(rule).toMatch(/<annotationEntry>\s*<text>[^<]*\p{Script=Arabic}[^<]*[A-Za-z]/u)
    }
})
