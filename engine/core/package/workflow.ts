/** Reads the title page of a package and says everything that is wrong with it, the law it names included. */
import { isDurationText } from '../bpmn/timer-text.ts'
import { mistake, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import { compileSchema, type CompiledSchema } from '../schema/ajv.ts'
import { sentenceOf } from '../schema/sentence.ts'
import type { Text } from '../text.ts'
import type { Deadline, Workflow } from '../workflow.ts'
import { readJson, type Content } from './content.ts'
import type { PackageFiles } from './files.ts'
import schema from './workflow.schema.json' with { type: 'json' }

const FILE = 'workflow.json'

export function readWorkflow(files: PackageFiles): Content<Workflow> {
  const bytes = files.get(FILE)
  if (!bytes)
    return { ok: false, findings: [fault('', { en: 'a file workflow.json', ar: 'ملف workflow.json' }, 'none')] }
  const json = readJson(FILE, bytes)
  if (!json.ok) return json
  const errors = judge().validate(json.value)
  if (errors.length > 0)
    return {
      ok: false,
      findings: errors.map((error) =>
        mistake('workflow/schema', { file: FILE, place: error.place || '/' }, sentenceOf(error), CORRECT),
      ),
    }
  const workflow = json.value as unknown as Workflow
  const findings = [
    ...startFindings(workflow),
    ...lawFindings(workflow),
    ...timeFindings(workflow),
    ...idFindings(workflow),
    ...signOffFindings(workflow),
  ]
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: workflow }
}

let compiled: CompiledSchema | undefined

/** Ours, so it compiles: anything else is a bug. */
function judge(): CompiledSchema {
  if (compiled) return compiled
  const made = compileSchema(schema, { file: 'workflow.schema.json' }, { trusted: true })
  if (!made.ok)
    throw new Error(`Expected workflow.schema.json to compile, but ${made.findings[0]?.message ?? 'it does not'}`)
  compiled = made.schema
  return compiled
}

const CORRECT: Text = { en: 'Correct workflow.json', ar: 'صحّح workflow.json' }

function startFindings({ shared = false, start, id, uses = {} }: Workflow): readonly Finding[] {
  const findings: Finding[] = []
  if (!shared && !start)
    findings.push(fault('/start', { en: '"start", or "shared": true', ar: '"start" أو ‎"shared": true' }, 'neither'))
  if (shared && start)
    findings.push(
      fault('/start', { en: 'no "start" in a shared package', ar: 'عدم وجود "start" في حزمة مشتركة' }, 'one'),
    )
  if (start?.applicants?.includes('company') && !start.channels.includes('portal'))
    findings.push(
      fault(
        '/start/applicants',
        {
          en: 'the channel "portal" where companies may apply, since they act there',
          ar: 'القناة "portal" حيث يُسمح للشركات، فهي تتصرّف من هناك',
        },
        start.channels.join(', '),
      ),
    )
  if (Object.hasOwn(uses, id))
    findings.push(fault(`/uses/${id}`, { en: 'other packages only', ar: 'حزم أخرى فقط' }, 'the package itself'))
  return findings
}

/** Every legal basis that something rests on is written down. */
function lawFindings(workflow: Workflow): readonly Finding[] {
  const known = new Set((workflow.legalBasis ?? []).map((it) => it.id))
  const lists = {
    dataAgreements: workflow.dataAgreements ?? [],
    fees: workflow.fees ?? [],
    deadlines: workflow.deadlines ?? [],
  }
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap((entry, index) =>
      entry.legalBasis === undefined || known.has(entry.legalBasis)
        ? []
        : [
            fault(
              `/${list}/${String(index)}/legalBasis`,
              { en: 'an id of "legalBasis"', ar: 'معرّف من "legalBasis"' },
              quoted(entry.legalBasis),
            ),
          ],
    ),
  )
}

function timeFindings(workflow: Workflow): readonly Finding[] {
  const spans = { deadlines: workflow.deadlines ?? [], retention: workflow.retention ?? [] }
  const findings = Object.entries(spans).flatMap(([list, entries]) =>
    entries.flatMap((entry, index) =>
      isDurationText(entry.duration)
        ? []
        : [
            fault(
              `/${list}/${String(index)}/duration`,
              { en: 'a duration like P3D, P5Y or P3WD', ar: 'مدة مثل P3D أو P5Y أو P3WD' },
              quoted(entry.duration),
            ),
          ],
    ),
  )
  findings.push(...(workflow.deadlines ?? []).flatMap((one, index) => termFindings(workflow, one, index)))
  const zone = workflow.calendar?.timeZone
  if (zone !== undefined && !isTimeZone(zone))
    findings.push(
      fault(
        '/calendar/timeZone',
        { en: 'a time zone like Asia/Hebron', ar: 'منطقة زمنية مثل Asia/Hebron' },
        quoted(zone),
      ),
    )
  return findings
}

/** How its last day ends and how it may be stopped can be computed. */
function termFindings(
  { calendar, legalBasis = [] }: Workflow,
  { duration, ends = 'hour', stop }: Deadline,
  index: number,
): readonly Finding[] {
  const place = `/deadlines/${String(index)}`
  const findings: Finding[] = []
  if (ends === 'office' && calendar?.closes === undefined)
    findings.push(
      fault(
        `${place}/ends`,
        { en: '"closes" in "calendar", when the office closes', ar: '"closes" في "calendar"، وقت إغلاق المكتب' },
        'none',
      ),
    )
  if (ends !== 'hour' && duration.includes('T'))
    findings.push(
      fault(
        `${place}/ends`,
        { en: '"hour" for a deadline in hours, which has no last day', ar: '"hour" لمهلة بالساعات، إذ لا يوم أخير لها' },
        quoted(ends),
      ),
    )
  if (stop && !isDurationText(stop.longest))
    findings.push(
      fault(
        `${place}/stop/longest`,
        { en: 'a duration like P10D or P5WD', ar: 'مدة مثل P10D أو P5WD' },
        quoted(stop.longest),
      ),
    )
  const unknown = stop?.legalBasis.find((id) => !legalBasis.some((it) => it.id === id))
  if (unknown !== undefined)
    findings.push(
      fault(`${place}/stop/legalBasis`, { en: 'an id of "legalBasis"', ar: 'معرّف من "legalBasis"' }, quoted(unknown)),
    )
  return findings
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function idFindings(workflow: Workflow): readonly Finding[] {
  const lists = {
    legalBasis: workflow.legalBasis ?? [],
    fees: workflow.fees ?? [],
    deadlines: workflow.deadlines ?? [],
  }
  return Object.entries(lists).flatMap(([list, entries]) => {
    const seen = new Set<string>()
    return entries.flatMap(({ id }, index) => {
      const repeated = seen.has(id)
      seen.add(id)
      return repeated
        ? [
            fault(
              `/${list}/${String(index)}/id`,
              { en: 'every id once', ar: 'ظهور كل معرّف مرة واحدة' },
              `${quoted(id)} again`,
            ),
          ]
        : []
    })
  })
}

/** One signature for each role is all there can be. */
function signOffFindings({ signOff = [] }: Workflow): readonly Finding[] {
  const seen = new Set<string>()
  return signOff.flatMap(({ role }, index) => {
    const repeated = seen.has(role)
    seen.add(role)
    return repeated
      ? [
          fault(
            `/signOff/${String(index)}/role`,
            { en: 'every role once', ar: 'ظهور كل دور مرة واحدة' },
            `${quoted(role)} again`,
          ),
        ]
      : []
  })
}

export function fault(place: string, expected: Text, found: string): Finding {
  return mistake(
    'workflow/content',
    place === '' ? { file: FILE } : { file: FILE, place },
    { en: `Expected ${expected.en}, but found ${found}`, ar: `المتوقع ${expected.ar}، لكن وُجد: ${found}` },
    CORRECT,
  )
}
