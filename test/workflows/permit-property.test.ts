/**
 * No building permit without every mandatory opinion or recorded silence: random buildings, rules of silence, agencies
 * that answer, object, attach conditions or keep silent, a front desk and a committee that try everything they may. Which
 * agencies are mandatory is said here a second time, apart from the table of the package.
 */
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { PROCESS } from '../../engine/core/instance.ts'
import { isJsonObject, type JsonObject } from '../../engine/core/json.ts'
import { visibleVariables } from '../../engine/core/scope.ts'
import type { Judgements } from '../../engine/definitions.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import type { Scenario, Step } from '../../engine/core/trial/scenario.ts'
import { runTrial, type Verdict } from '../../engine/trial/trial.ts'
import { scenarios, withShared } from './shelf.ts'

vi.setConfig({ testTimeout: 300_000 })

const PERMIT = 'lgu.building-permit'
const RUNS = 25
const AGENCIES = ['antiquities', 'engineers', 'civilDefence', 'health', 'housing', 'electricity'] as const
type Agency = (typeof AGENCIES)[number]
/** Whose rejection bars a permit. */
const BINDING: readonly string[] = ['antiquities', 'engineers', 'civilDefence']

interface Building {
  readonly use: 'residential' | 'commercial' | 'industrial' | 'public' | 'mixed'
  readonly floors: number
  readonly areaM2: number
  readonly publicBuilding: boolean
}

function mandatory({ use, floors, areaM2, publicBuilding }: Building): readonly Agency[] {
  const asked: Readonly<Record<Agency, boolean>> = {
    antiquities: true,
    engineers: true,
    civilDefence: areaM2 > 400 || floors >= 4 || publicBuilding,
    health: use !== 'residential',
    housing: (use === 'residential' || use === 'mixed') && areaM2 > 400,
    electricity: use === 'industrial' || areaM2 > 1000,
  }
  return AGENCIES.filter((it) => asked[it])
}

interface Round {
  readonly opinions: readonly { readonly agency: Agency; readonly opinion: string }[]
  readonly days: number
  readonly letter: string
  readonly decision: 'approve' | 'amend' | 'reject'
  readonly quorum: boolean
  readonly confirmed: boolean
}

interface Case {
  readonly building: Building
  readonly silence: Readonly<Record<Agency, 'tacit' | 'blocks'>>
  readonly conforms: boolean
  readonly rounds: readonly Round[]
}

const silenceRule = fc.constantFrom<'tacit' | 'blocks'>('tacit', 'blocks')
const CASES: fc.Arbitrary<Case> = fc.record({
  building: fc.record({
    use: fc.constantFrom<Building['use']>('residential', 'commercial', 'industrial', 'public', 'mixed'),
    floors: fc.integer({ min: 1, max: 8 }),
    areaM2: fc.constantFrom(120, 200, 201, 400, 401, 1000, 1001),
    publicBuilding: fc.boolean(),
  }),
  silence: fc.record({
    antiquities: silenceRule,
    engineers: silenceRule,
    civilDefence: silenceRule,
    health: silenceRule,
    housing: silenceRule,
    electricity: silenceRule,
  }),
  conforms: fc.integer({ min: 0, max: 9 }).map((it) => it > 0),
  rounds: fc.array(
    fc.record({
      opinions: fc.uniqueArray(
        fc.record({
          agency: fc.constantFrom(...AGENCIES),
          opinion: fc.constantFrom('approve', 'approve', 'approve', 'approveWithConditions', 'reject', 'unclear'),
        }),
        { selector: ({ agency }) => agency, maxLength: 6 },
      ),
      days: fc.constantFrom(0, 3, 15, 23),
      letter: fc.constantFrom('approve', 'approve', 'reject', 'askAgain'),
      decision: fc.constantFrom<Round['decision']>('approve', 'approve', 'approve', 'amend', 'reject'),
      quorum: fc.integer({ min: 0, max: 4 }).map((it) => it > 0),
      confirmed: fc.integer({ min: 0, max: 4 }).map((it) => it > 0),
    }),
    { minLength: 2, maxLength: 6 },
  ),
})

const HOUSE = scenarios().find(({ packageId, name }) => packageId === PERMIT && name.startsWith('tests/house-180.'))
const FILE = 'a'.repeat(64)

/** Everything is tried in every round, whether or not it is anybody's turn. */
function scenarioOf({ building, silence, conforms, rounds }: Case): Scenario {
  if (HOUSE === undefined) throw new Error('Expected the test house-180 in the package')
  const { start, given, people } = HOUSE.scenario
  const audit: JsonObject = conforms
    ? { auditFinding: 'conforms', zone: 'residentialB' }
    : { auditFinding: 'reject', auditGrounds: ['zoning'], auditRemark: 'مخالفة' }
  const documents = { ...(start.variables['documents'] as JsonObject), soilReportFile: FILE }
  const variables = { ...start.variables, building: { ...building, extension: false }, documents }
  return {
    title: { ar: 'حالة عشوائية', en: 'A random case' },
    ...(people && { people }),
    start: { ...start, variables },
    given: { ...given, policy: { silence } },
    steps: [
      { complete: 'completeness_check', as: 'desk.hala', answers: { completenessFinding: 'complete' } },
      { complete: 'technical_audit', as: 'engineer.basel', answers: audit },
      ...rounds.flatMap(stepsOf),
      {
        complete: 'supervision_contract',
        as: '400000014',
        answers: { officeLicenceNo: 'ENG-1002', contractFile: FILE },
      },
      {
        complete: 'set_out_line',
        as: 'surveyor.zaid',
        answers: { setOutOn: '2026-01-22', setBackM: 4, settingOutFile: FILE },
      },
    ],
    expect: { status: 'active' },
  }
}

function stepsOf({ opinions, days, letter, decision, quorum, confirmed }: Round, index: number): readonly Step[] {
  const given: readonly Step[] = opinions.map(({ agency, opinion }) => ({
    message: 'opinion.given',
    key: `{reference}/${agency}`,
    id: `${agency}-${index}`,
    variables: { agencyOpinion: opinion === 'unclear' ? { text: '؟' } : { opinion } },
  }))
  const letters: Step = { complete: 'letter_opinion', as: 'desk.hala', answers: letterOf(letter) }
  const session: JsonObject = {
    sessionNo: `2026/${index + 1}`,
    heldOn: '2026-01-20',
    membersPresent: quorum ? ['chair', 'engineer', 'legal', 'member'] : ['engineer'],
    sessionDecision: decision,
    sessionReason: 'قرار اللجنة',
    ...(decision === 'amend' ? { sessionAmendments: 'تعديل' } : {}),
    ...(decision === 'reject' ? { sessionGrounds: ['setbacks'] } : {}),
  }
  const minutes: JsonObject = confirmed
    ? { minutesDecision: 'confirm' }
    : { minutesDecision: 'return', minutesRemark: 'يعاد' }
  return [
    ...given,
    { advance: `P${days}D` },
    letters,
    letters,
    { complete: 'committee_session', as: 'secretary.rana', answers: session },
    { complete: 'confirm_minutes', as: 'chair.munir', answers: minutes },
    { complete: 'amend_drawings', as: '400000014', answers: { amendedDrawings: FILE } },
    { complete: 'audit_amendment', as: 'engineer.basel', answers: { amendmentFinding: 'asAsked' } },
  ]
}

function letterOf(opinion: string): JsonObject {
  if (opinion === 'askAgain') return { agencyOpinion: opinion }
  return { agencyOpinion: opinion, opinionText: 'بكتاب', opinionFile: FILE }
}

const judgements: Judgements = new Map()

async function verdictOf(one: Case): Promise<Verdict> {
  const packages = withShared(PERMIT)
  const openStore = () => openSqlite({ file: ':memory:' })
  return runTrial({ openStore, executor: kernel, packages, packageId: PERMIT, judgements }, scenarioOf(one))
}

interface Recorded {
  readonly agency: string
  readonly opinion: string
  readonly by: string
}

/** The opinions as the application keeps them when it is licensed. */
function recordedIn({ state }: Verdict): readonly Recorded[] {
  const found = state === undefined ? [] : visibleVariables(state, PROCESS)['opinions']
  const list = Array.isArray(found) ? found.filter(isJsonObject) : []
  return list.map((it) => ({
    agency: String(it['agency']),
    opinion: String(it['opinion']),
    by: String(it['by']),
  }))
}

const times = (path: readonly string[], element: string): number => path.filter((it) => it === element).length

/** Was it really given: a message of the agency, a letter, or silence where the law says what it means? */
function isGiven({ silence, rounds }: Case, { agency, opinion, by }: Recorded): boolean {
  const told = rounds.flatMap((it) => it.opinions)
  if (by === 'agency') return told.some((it) => it.agency === agency && it.opinion === opinion)
  if (by === 'silence') return opinion === 'tacitConsent' && silence[agency as Agency] === 'tacit'
  return by === 'letter' && ['approve', 'approveWithConditions', 'reject'].includes(opinion)
}

/** Why a permit that was issued should not have been. */
function unlawful(one: Case, verdict: Verdict): readonly string[] {
  if (!verdict.path.includes('issue')) return []
  const recorded = recordedIn(verdict)
  const by = (how: string): number => recorded.filter((it) => it.by === how).length
  const asked = recorded.map((it) => it.agency).toSorted()
  const bars = recorded.filter((it) => it.opinion === 'reject' && BINDING.includes(it.agency))
  return [
    ...(one.conforms ? [] : ['the drawings do not conform']),
    ...(asked.join() === mandatory(one.building).toSorted().join() ? [] : [`asked were ${asked.join()}`]),
    ...bars.map((it) => `${it.agency} rejected`),
    ...recorded.filter((it) => !isGiven(one, it)).map((it) => `${it.agency} never said ${it.opinion}`),
    ...(times(verdict.path, 'note_silence') === by('silence') ? [] : ['silence was not recorded as it came']),
    ...(times(verdict.path, 'silent') >= by('silence') ? [] : ['silence came before its time']),
    ...(times(verdict.path, 'letter_opinion') >= by('letter') ? [] : ['a letter nobody entered']),
    ...(verdict.path.includes('confirm_minutes') ? [] : ['nobody confirmed the minutes']),
  ]
}

/** What the cases together must have come to, lest the test say nothing. */
const SEEN = [
  ['issued', 'issue'],
  ['refused', 'refuse'],
  ['silence recorded', 'note_silence'],
] as const

/** Whose turn it is not, is told so; anything else that goes wrong is a fault of the drawing. */
const OUT_OF_TURN = /^(?:step \d+: Expected an open task|Expected status "active")/

test('whatever agencies, front desk and committee do, no permit without every mandatory opinion or recorded silence', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(CASES, async (one) => {
      const verdict = await verdictOf(one)
      expect(verdict.failures.filter((it) => !OUT_OF_TURN.test(it))).toEqual([])
      expect(unlawful(one, verdict)).toEqual([])
      for (const [what, element] of SEEN) if (verdict.path.includes(element)) seen.add(what)
    }),
    { numRuns: RUNS },
  )
  expect([...seen].toSorted()).toEqual(['issued', 'refused', 'silence recorded'])
})
