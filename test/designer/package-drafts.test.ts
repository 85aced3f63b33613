import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../engine/config.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import { DRAFT_ROOM, type DraftRoom } from '../../engine/core/package-draft.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Store } from '../../engine/core/store.ts'
import { packageDraftDuty } from '../../engine/commands/package-drafts/discard.ts'
import { definitions } from '../../engine/definitions.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { packZip, readZip } from '../../engine/packages/zip.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { depsOn } from '../store/engine.ts'

const WORKFLOWS = join(import.meta.dirname, '../../workflows')
const DAY = 24 * 3_600_000
const MINUTE = 60_000

const person = (id: string, role: 'analyst' | 'operator' | 'clerk' | 'auditor', agency = 'moj'): Actor => ({
  kind: 'user',
  id: id as UserId,
  agency: agency as AgencyId,
  roles: [role],
  groups: [],
})

const NOUR = person('analyst.nour', 'analyst')
const SAMI = person('analyst.sami', 'analyst')
const OMAR = person('operator.omar', 'operator')
const OTHER = person('analyst.other', 'analyst', 'moh')
const PLATFORM = person('operator.platform', 'operator', 'egov')
const CLERK = person('clerk.rana', 'clerk')

let now = Date.UTC(2026, 10, 23, 9)
let store: Store
let engine: Engine
beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 9)
  store = openSqlite({ file: ':memory:' })
  engine = createEngine(
    depsOn(store, { clock: { now: () => now }, definitions: definitions(store.deployments, checkTemplate) }),
  )
  for (const [id, name] of [
    ['analyst.nour', 'نور'],
    ['analyst.sami', 'سامي'],
  ] as const)
    await store.accounts.put({
      id: id as UserId,
      agency: 'moj' as AgencyId,
      name,
      roles: ['analyst'],
      groups: [],
      password: 'x',
      disabled: false,
      createdAt: 0,
    })
})
afterEach(() => store.close())

function done<T>(result: T | Problem): T {
  if (isProblem(result)) throw new Error(`${result.detail} ${JSON.stringify(result.findings ?? '')}`)
  return result
}

const blank = async (title = { ar: 'شهادة ميلاد', en: 'Birth certificate' }) =>
  done(await engine.createPackageDraft(NOUR, { kind: 'blank', packageId: 'moj.birth-certificate', title }))

const codeOf = (result: unknown): string => (isProblem(result) ? result.code : 'done')

const write = (id: string, rev: number, files: Record<string, string | null>, by = NOUR) =>
  engine.changePackageDraft(by, id, { rev, files: new Map(Object.entries(files)) })

const zipOf = async (name: string): Promise<Uint8Array> => {
  const read = await readFolder(join(WORKFLOWS, name))
  if (!read.ok) throw new Error(`Expected ${name} to be readable`)
  return packZip(read.files)
}

const deployShared = async (...names: readonly string[]) =>
  done(await engine.deploy(PLATFORM, await Promise.all(names.map(zipOf))))

describe('a blank draft', () => {
  test('is a service that passes the check once it is named in both languages', async () => {
    const { draft } = await blank()
    expect(done(await engine.checkPackageDraft(NOUR, draft.id))).toEqual([])
  })

  test.each(['ltr', 'rtl'] as const)('is drawn the way its author reads, %s', async (flow) => {
    const title = { ar: 'شهادة ميلاد', en: 'Birth certificate' }
    const request = { kind: 'blank', packageId: 'moj.birth-certificate', title, flow } as const
    const { draft, files } = done(await engine.createPackageDraft(NOUR, request))
    expect(done(await engine.checkPackageDraft(NOUR, draft.id))).toEqual([])
    const text = files.get('birth-certificate.bpmn') ?? ''
    const xOf = (id: string): number =>
      Number(new RegExp(`bpmnElement="${id}">\\s*<dc:Bounds x="(\\d+)"`).exec(text)?.[1])
    const steps = ['start_applied', 'task_review', 'end_done'].map(xOf)
    expect(steps).toEqual(steps.toSorted((one, other) => (flow === 'ltr' ? one - other : other - one)))
    expect(text.includes('name="masar:flow" value="rtl"')).toBe(flow === 'rtl')
  })

  test('with one language only is asked for the other by the check, and is mended by it', async () => {
    const { draft, files } = await blank({ ar: 'شهادة ميلاد', en: '' })
    const findings = done(await engine.checkPackageDraft(NOUR, draft.id))
    expect(findings.map(({ file, place }) => [file, place])).toContainEqual(['workflow.json', '/title/en'])
    const page = (files.get('workflow.json') ?? '').replace('"en": ""', '"en": "Birth certificate"')
    done(await write(draft.id, 1, { 'workflow.json': page }))
    expect(done(await engine.checkPackageDraft(NOUR, draft.id))).toEqual([])
    expect(done(await engine.getPackageDraft(NOUR, draft.id)).draft.title.en).toBe('Birth certificate')
  })

  test('can be deployed and is a service then', async () => {
    const { draft } = await blank()
    const { zip } = done(await engine.packPackageDraft(NOUR, draft.id))
    expect(done(await engine.deploy(NOUR, [zip])).deployments).toMatchObject([
      { packageId: 'moj.birth-certificate', version: '0.1.0' },
    ])
  })

  test.each(['Birth', 'moj..x', 'moj/x', ''])('is refused under the name "%s"', async (packageId) => {
    const refused = await engine.createPackageDraft(NOUR, { kind: 'blank', packageId, title: { ar: 'أ', en: 'A' } })
    expect(codeOf(refused)).toBe('package-draft.name')
  })

  test('whose name in the drawing could be taken for XML is drawn all the same', async () => {
    const { draft } = await blank({ ar: 'أ & "ب" <ج>', en: 'A & "B" <C>' })
    expect(done(await engine.checkPackageDraft(NOUR, draft.id))).toEqual([])
  })

  test('asked for twice under one id is one', async () => {
    const id = '6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a11'
    const request = { kind: 'blank', id, packageId: 'moj.x', title: { ar: 'أ', en: 'A' } } as const
    const first = done(await engine.createPackageDraft(NOUR, request))
    done(await write(id, 1, { 'README.md': 'x' }))
    const again = done(await engine.createPackageDraft(NOUR, request))
    expect([first.draft.rev, again.draft.rev]).toEqual([1, 2])
    expect(await engine.listPackageDrafts(NOUR)).toHaveLength(1)
    expect(codeOf(await engine.createPackageDraft(SAMI, request))).toBe('package-draft.id')
    expect(codeOf(await engine.createPackageDraft(OTHER, request))).toBe('package-draft.id')
  })
})

describe('a draft of a deployed version', () => {
  test('is that version byte for byte, and goes out as it came in', async () => {
    const zip = await zipOf('common.notify')
    done(await engine.deploy(PLATFORM, [zip]))
    const { draft, files } = done(
      await engine.createPackageDraft(PLATFORM, { kind: 'version', packageId: 'common.notify', version: '1.0.0' }),
    )
    expect(draft).toMatchObject({ agency: 'egov', base: { packageId: 'common.notify', version: '1.0.0' } })
    expect([...files.keys()]).toContain('outage.bpmn')
    const packed = done(await engine.packPackageDraft(PLATFORM, draft.id))
    expect(Buffer.from(packed.zip).equals(Buffer.from(zip))).toBe(true)
  })

  test('of another agency is none, of an unknown version neither', async () => {
    await deployShared('common.notify')
    const open = (version: string) =>
      engine.createPackageDraft(NOUR, { kind: 'version', packageId: 'common.notify', version })
    expect([codeOf(await open('1.0.0')), codeOf(await open('9.0.0'))]).toEqual([
      'package.not-found',
      'package.not-found',
    ])
  })
})

describe('a draft of a template', () => {
  const copy = (template: string, by = NOUR) =>
    engine.createPackageDraft(by, {
      kind: 'template',
      template,
      packageId: 'moj.notes',
      title: { ar: 'إشعارات', en: 'Notes' },
    })

  test('is a copy under a name and for an agency of its own, in its first version, and as sound as what it was copied from', async () => {
    await deployShared('common.notify')
    const { draft, files } = done(await copy('common.notify'))
    expect(draft).toMatchObject({ agency: 'moj', packageId: 'moj.notes', title: { ar: 'إشعارات', en: 'Notes' } })
    expect(draft.base).toBeUndefined()
    const page = JSON.parse(files.get('workflow.json') ?? '') as Record<string, unknown>
    expect(page).toMatchObject({ id: 'moj.notes', version: '0.1.0', agency: 'moj', title: { en: 'Notes' } })
    expect(done(await engine.checkPackageDraft(NOUR, draft.id))).toEqual([])
    const { zip } = done(await engine.packPackageDraft(NOUR, draft.id))
    expect(done(await engine.deploy(NOUR, [zip])).changed).toBe(true)
  })

  test('is refused for a package one may not read, and under a name that is another agency’s', async () => {
    await deployShared('common.notify')
    const { draft } = await blank()
    done(await engine.deploy(NOUR, [done(await engine.packPackageDraft(NOUR, draft.id)).zip]))
    expect(codeOf(await copy('moj.birth-certificate', OTHER))).toBe('package.not-found')
    const taken = { kind: 'blank', packageId: 'common.notify', title: { ar: 'أ', en: 'A' } } as const
    expect(codeOf(await engine.createPackageDraft(NOUR, taken))).toBe('deploy.owner')
  })
})

describe('a draft of a file', () => {
  const take = (name: string, content: Uint8Array) => engine.createPackageDraft(NOUR, { kind: 'import', name, content })
  const text = (it: string): Uint8Array => new TextEncoder().encode(it)

  test('that is a package is that package, sound or not', async () => {
    const whole = done(await take('notify.masar', await zipOf('common.notify')))
    expect(whole.draft).toMatchObject({ agency: 'moj', packageId: 'common.notify' })
    const broken = await packZip(
      bytesOf(
        new Map([
          ['workflow.json', '{ not json'],
          ['a.bpmn', '<x>'],
        ]),
      ),
    )
    const { draft, files } = done(await take('My service (2).masar', broken))
    expect(draft.packageId).toBe('moj.my-service-2')
    expect(files.get('workflow.json')).toBe('{ not json')
    expect(done(await engine.checkPackageDraft(NOUR, draft.id)).length).toBeGreaterThan(0)
  })

  test('that is a drawing is that drawing byte for byte, with what a service needs around it', async () => {
    const drawn = readFileSync(join(WORKFLOWS, 'common.refuse/refuse.bpmn'), 'utf8').replace(
      '<bpmn:definitions ',
      '<bpmn:definitions xmlns:vendor="http://vendor.example" vendor:kept="yes" ',
    )
    const { draft, files } = done(await take('Refusal.bpmn', text(drawn)))
    expect(files.get('refusal.bpmn')).toBe(drawn)
    expect(JSON.parse(files.get('workflow.json') ?? '')).toMatchObject({
      id: 'moj.refusal',
      start: { process: 'common.refuse', form: 'apply' },
    })
    expect(draft.title.ar).not.toBe('')
  })

  test('drawn for another engine is rewritten for this one, and what was done is told', async () => {
    const drawn = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
      <bpmn:process id="leave" name="إجازة" isExecutable="true"><bpmn:startEvent id="s"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent>
      <bpmn:userTask id="t" name="Approve" camunda:candidateGroups="heads"><bpmn:incoming>f</bpmn:incoming></bpmn:userTask>
      <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/></bpmn:process></bpmn:definitions>`
    const { files, notes, draft } = done(await take('leave.bpmn', text(drawn)))
    expect(files.get('leave.bpmn')).toContain('zeebe:assignmentDefinition')
    expect(notes.map(({ what }) => what)).toContain('camunda:candidateGroups')
    expect(draft.title).toEqual({ ar: 'إجازة', en: '' })
  })

  test('that begins processes without end is looked through once', async () => {
    const { draft } = done(await take('many.bpmn', text('<a:process '.repeat(100_000))))
    expect(draft.packageId).toBe('moj.many')
  })

  test.each([
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x3c, 0])],
    ['a zip that is none', text('PK and then nothing')],
    ['text that turns the line around', text('<a>\u202e</a>')],
  ])('is refused for %s, and nothing is kept', async (_what, content) => {
    const refused = await take('x.bpmn', content)
    expect(codeOf(refused)).toBe('package-draft.files')
    expect(await engine.listPackageDrafts(NOUR)).toEqual([])
  })

  test('is refused where the zip hides names that lead out', async () => {
    const zip = Buffer.from(await packZip(bytesOf(new Map([['aa.bpmn', '<x/>']]))))
    const evil = Buffer.from(zip.toString('latin1').replaceAll('aa.bpmn', '../bpmn'), 'latin1')
    expect(codeOf(await take('x.masar', new Uint8Array(evil)))).toBe('package-draft.files')
  })
})

describe('a change', () => {
  test('made on an old revision is refused with who came first, and writes nothing', async () => {
    const { draft } = await blank()
    now += 1_000
    done(await write(draft.id, 1, { 'README.md': 'mine' }))
    const refused = await write(draft.id, 1, { 'README.md': 'theirs' }, SAMI)
    expect(refused).toMatchObject({
      kind: 'conflict',
      code: 'package-draft.changed',
      extensions: { rev: 2, changedBy: 'نور', changedAt: '2026-11-23T09:00:01.000Z' },
    })
    expect(done(await engine.getPackageDraft(SAMI, draft.id)).files.get('README.md')).toBe('mine')
  })

  test('sent again after its answer was lost is done once, also when somebody wrote since', async () => {
    const { draft } = await blank()
    const change = '6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a12'
    const send = () =>
      engine.changePackageDraft(NOUR, draft.id, { rev: 1, change, files: new Map([['README.md', 'x']]) })
    expect(done(await send())).toEqual({ rev: 2 })
    done(await write(draft.id, 2, { 'README.md': 'y' }, SAMI))
    expect(done(await send())).toEqual({ rev: 2 })
    expect(done(await engine.getPackageDraft(NOUR, draft.id)).files.get('README.md')).toBe('y')
  })

  test.each([
    ['a name that leads out', { '../x.bpmn': 'x' }],
    ['a kind of file that is none', { 'run.js': 'x' }],
    ['one name in two spellings', { 'README.md': 'a', 'readme.md': 'b' }],
    ['text that turns the line around', { 'README.md': 'a\u202eb' }],
    ['too large a drawing', { 'large.bpmn': 'x'.repeat(4_000_001) }],
    ['too many forms', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`forms/f${n}.form.json`, '{}']))],
  ])('with %s is refused with what is wrong, and writes nothing', async (_what, files) => {
    const { draft } = await blank()
    const refused = await write(draft.id, 1, files)
    expect(codeOf(refused)).toBe('package-draft.files')
    expect(isProblem(refused) && refused.findings?.[0]?.messageAr).toMatch(/\p{Script=Arabic}/u)
    expect(done(await engine.getPackageDraft(NOUR, draft.id)).draft.rev).toBe(1)
  })

  test('counts what is there already towards what a package may hold', async () => {
    const { draft } = await blank()
    done(await write(draft.id, 1, { 'one.bpmn': 'x'.repeat(3_000_000) }))
    expect(codeOf(await write(draft.id, 2, { 'two.bpmn': 'x'.repeat(1_500_000) }))).toBe('package-draft.files')
    done(await write(draft.id, 2, { 'one.bpmn': null, 'two.bpmn': 'x'.repeat(1_500_000) }))
  })

  test('may leave the draft as unsound as it likes', async () => {
    const { draft } = await blank()
    done(await write(draft.id, 1, { 'workflow.json': '{"id": 7', 'birth-certificate.bpmn': '<bpmn:definitions' }))
    const { draft: then } = done(await engine.getPackageDraft(NOUR, draft.id))
    expect(then).toMatchObject({ packageId: 'moj.birth-certificate', title: { en: 'Birth certificate' } })
    expect(done(await engine.checkPackageDraft(NOUR, draft.id)).length).toBeGreaterThan(1)
  })
})

describe('the lock', () => {
  test('keeps a colleague from writing for a minute after the last sign of life, and says who has it', async () => {
    const { draft } = await blank()
    expect(done(await engine.lockPackageDraft(NOUR, draft.id)).until).toBe(now + MINUTE)
    now += 50_000
    expect(await write(draft.id, 1, { 'README.md': 'x' }, SAMI)).toMatchObject({
      code: 'package-draft.locked',
      extensions: { lockedBy: 'نور', by: 'analyst.nour' },
    })
    expect((await engine.listPackageDrafts(SAMI))[0]?.lock).toMatchObject({ by: 'analyst.nour', name: 'نور' })
    expect(codeOf(await engine.lockPackageDraft(SAMI, draft.id))).toBe('package-draft.locked')
    done(await engine.lockPackageDraft(NOUR, draft.id))
    now += MINUTE
    expect((await engine.listPackageDrafts(SAMI))[0]?.lock).toBeUndefined()
    done(await write(draft.id, 1, { 'README.md': 'x' }, SAMI))
  })

  test('is taken over by a colleague who says so, which is written down, and its holder is told', async () => {
    const { draft } = await blank()
    done(await engine.lockPackageDraft(NOUR, draft.id))
    done(await engine.lockPackageDraft(SAMI, draft.id, { steal: true }))
    expect(await write(draft.id, 1, { 'README.md': 'x' })).toMatchObject({ extensions: { lockedBy: 'سامي' } })
    expect(done(await engine.listPackageDraftRevisions(NOUR, draft.id)).takeovers).toEqual([
      { at: now, by: 'analyst.sami', byName: 'سامي', from: 'analyst.nour', fromName: 'نور' },
    ])
  })

  test('is let go by who has it', async () => {
    const { draft } = await blank()
    done(await engine.lockPackageDraft(NOUR, draft.id))
    done(await engine.unlockPackageDraft(SAMI, draft.id))
    expect(codeOf(await engine.lockPackageDraft(SAMI, draft.id))).toBe('package-draft.locked')
    done(await engine.unlockPackageDraft(NOUR, draft.id))
    done(await engine.lockPackageDraft(SAMI, draft.id))
  })
})

describe('revisions', () => {
  test('are all there with who, when and what, and any of them can be had back as a new one', async () => {
    const { draft, files } = await blank()
    done(
      await engine.changePackageDraft(SAMI, draft.id, {
        rev: 1,
        files: new Map([
          ['README.md', 'x'],
          ['forms/apply.form.json', null],
        ]),
        label: { ar: 'حذف النموذج', en: 'Removed the form' },
      }),
    )
    const restored = done(await engine.restorePackageDraft(NOUR, draft.id, 1))
    expect(restored.draft.rev).toBe(3)
    expect(restored.files).toEqual(new Map([...files].sort()))
    const { revisions } = done(await engine.listPackageDraftRevisions(NOUR, draft.id))
    expect(revisions.map(({ rev, byName, kind, label }) => [rev, byName, kind, label?.en])).toEqual([
      [3, 'نور', 'restored', 'Restored revision 1'],
      [2, 'سامي', 'changed', 'Removed the form'],
      [1, 'نور', 'created', 'A new service'],
    ])
    expect(done(await engine.restorePackageDraft(NOUR, draft.id, 2)).files.get('README.md')).toBe('x')
    expect(codeOf(await engine.restorePackageDraft(NOUR, draft.id, 99))).toBe('package-draft.revision')
  })

  test('are thinned out by the server when they are old, once a day', async () => {
    const { draft } = await blank()
    for (let rev = 1; rev <= 5; rev++) done(await write(draft.id, rev, { 'README.md': `${rev}` }))
    const duty = packageDraftDuty(engine.deps)
    now += 3 * DAY
    expect(await duty(now)).toBe(1)
    expect(await duty(now)).toBe(0)
    const { revisions } = done(await engine.listPackageDraftRevisions(NOUR, draft.id))
    expect(revisions.map(({ rev }) => rev)).toEqual([6, 1])
    expect(done(await engine.getPackageDraft(NOUR, draft.id)).files.get('README.md')).toBe('5')
  })
})

describe('a draft that is thrown away', () => {
  test('is had back within thirty days, and gone after them', async () => {
    const { draft } = await blank()
    done(await engine.discardPackageDraft(SAMI, draft.id))
    expect(await engine.listPackageDrafts(NOUR)).toEqual([])
    expect(codeOf(await engine.getPackageDraft(NOUR, draft.id))).toBe('package-draft.not-found')
    now += 29 * DAY
    await packageDraftDuty(engine.deps)(now)
    expect(done(await engine.recoverPackageDraft(NOUR, draft.id)).draft.rev).toBe(1)
    done(await engine.discardPackageDraft(NOUR, draft.id))
    now += 31 * DAY
    await packageDraftDuty(engine.deps)(now)
    expect(codeOf(await engine.recoverPackageDraft(NOUR, draft.id))).toBe('package-draft.not-found')
  })

  test('is not thrown away under somebody’s hands', async () => {
    const { draft } = await blank()
    done(await engine.lockPackageDraft(NOUR, draft.id))
    expect(codeOf(await engine.discardPackageDraft(SAMI, draft.id))).toBe('package-draft.locked')
  })
})

describe('the room of an agency', () => {
  /** Hardly packed smaller than it is. */
  const noise = (bytes: number): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (it) => it.toString(36)).join('')

  const withRoom = (room: Partial<DraftRoom>): Engine =>
    createEngine({ ...engine.deps, draftRoom: { ...DRAFT_ROOM, ...room } })

  test('that is used up is said in both languages, with what to do, and what was written stays as it was', async () => {
    const { draft } = await blank()
    const small = withRoom({ bytes: 40_000 })
    const refused = await small.changePackageDraft(NOUR, draft.id, {
      rev: 1,
      files: new Map([['README.md', noise(60_000)]]),
    })
    expect(refused).toMatchObject({ kind: 'tooLarge', code: 'package-draft.full' })
    const [finding] = (isProblem(refused) && refused.findings) || []
    expect(finding?.messageAr).toMatch(/\p{Script=Arabic}/u)
    expect(finding?.remedyAr).toMatch(/\p{Script=Arabic}/u)
    expect(done(await engine.getPackageDraft(NOUR, draft.id)).draft.rev).toBe(1)
    const another = await small.createPackageDraft(NOUR, {
      kind: 'import',
      name: 'x.bpmn',
      content: new TextEncoder().encode(noise(60_000)),
    })
    expect(codeOf(another)).toBe('package-draft.full')
  })

  test('is made by forgetting what was thrown away, before its time', async () => {
    const { draft: old } = await blank()
    done(await write(old.id, 1, { 'README.md': noise(30_000) }))
    done(await engine.discardPackageDraft(NOUR, old.id))
    const { draft } = await blank()
    const small = withRoom({ bytes: 70_000 })
    const files = new Map([['README.md', noise(30_000)]])
    done(await small.changePackageDraft(NOUR, draft.id, { rev: 1, files }))
    expect(codeOf(await engine.recoverPackageDraft(NOUR, old.id))).toBe('package-draft.not-found')
    expect(done(await engine.getPackageDraft(NOUR, draft.id)).files.get('README.md')).toBe(files.get('README.md'))
  })

  test('is made by thinning out what is hours old, while how it began, what was restored and what is new stay', async () => {
    const { draft } = await blank()
    for (let rev = 1; rev <= 5; rev++) done(await write(draft.id, rev, { 'README.md': noise(10_000) }))
    done(await engine.restorePackageDraft(NOUR, draft.id, 3))
    now += 5 * 60 * MINUTE
    done(await write(draft.id, 7, { 'README.md': noise(10_000) }))
    const small = withRoom({ bytes: 90_000 })
    const files = new Map([['README.md', noise(20_000)]])
    done(await small.changePackageDraft(NOUR, draft.id, { rev: 8, files }))
    const { revisions } = done(await engine.listPackageDraftRevisions(NOUR, draft.id))
    expect(revisions.map(({ rev, kind }) => [rev, kind])).toEqual([
      [9, 'changed'],
      [8, 'changed'],
      [7, 'restored'],
      [6, 'changed'],
      [1, 'created'],
    ])
  })

  test('is what the operator says', () => {
    expect(readConfig({ drafts: { bytes: 5_000 } })).toMatchObject({ drafts: { bytes: 5_000 } })
    for (const drafts of [{ bytes: 0 }, { bytes: '1 GB' }, { megabytes: 1 }, 7])
      expect(codeOf(readConfig({ drafts }))).toBe('config.invalid')
  })

  test('is for so many drafts, and one that was thrown away counts again when it is had back', async () => {
    const few = withRoom({ drafts: 1 })
    const { draft } = await blank()
    const again = { kind: 'blank', packageId: 'moj.other', title: { ar: 'أ', en: 'A' } } as const
    expect(codeOf(await few.createPackageDraft(NOUR, again))).toBe('package-draft.too-many')
    done(await few.discardPackageDraft(NOUR, draft.id))
    const { draft: other } = done(await few.createPackageDraft(NOUR, again))
    expect(codeOf(await few.recoverPackageDraft(NOUR, draft.id))).toBe('package-draft.too-many')
    expect((await engine.listPackageDrafts(NOUR)).map(({ id }) => id)).toEqual([other.id])
    done(await few.discardPackageDraft(NOUR, other.id))
    done(await few.recoverPackageDraft(NOUR, draft.id))
  })
})

describe('who may', () => {
  const DEEDS = {
    get: (by: Actor, id: string) => engine.getPackageDraft(by, id),
    change: (by: Actor, id: string) => write(id, 1, { 'README.md': 'x' }, by),
    restore: (by: Actor, id: string) => engine.restorePackageDraft(by, id, 1),
    revisions: (by: Actor, id: string) => engine.listPackageDraftRevisions(by, id),
    pack: (by: Actor, id: string) => engine.packPackageDraft(by, id),
    check: (by: Actor, id: string) => engine.checkPackageDraft(by, id),
    lock: (by: Actor, id: string) => engine.lockPackageDraft(by, id),
    unlock: (by: Actor, id: string) => engine.unlockPackageDraft(by, id),
    discard: (by: Actor, id: string) => engine.discardPackageDraft(by, id),
    recover: (by: Actor, id: string) => engine.recoverPackageDraft(by, id),
  } as const

  test.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])(
    '%s: analysts and operators of the agency, and operators of the installation; to others there is none',
    async (deed) => {
      for (const by of [NOUR, OMAR, PLATFORM]) {
        const { draft } = await blank()
        expect(codeOf(await DEEDS[deed](by, draft.id))).toBe('done')
      }
      const { draft } = await blank()
      const nowhere = '00000000-0000-4000-8000-000000000000'
      for (const by of [OTHER, CLERK, person('auditor.aya', 'auditor'), person('operator.other', 'operator', 'moh')])
        expect(await DEEDS[deed](by, draft.id)).toEqual(await DEEDS[deed](by, nowhere))
    },
  )

  test('list: each agency its own', async () => {
    await blank()
    const titles = async (by: Actor) => (await engine.listPackageDrafts(by)).map((one) => one.packageId)
    expect(await titles(SAMI)).toEqual(['moj.birth-certificate'])
    expect(await titles(PLATFORM)).toEqual(['moj.birth-certificate'])
    expect([await titles(OTHER), await titles(CLERK)]).toEqual([[], []])
  })

  test('open and copy: packages of the agency, and shared ones of all', async () => {
    await deployShared('common.notify')
    const { draft } = await blank()
    done(await engine.deploy(NOUR, [done(await engine.packPackageDraft(NOUR, draft.id)).zip]))
    const openable = async (by: Actor) =>
      (await engine.listOpenablePackages(by)).map(({ packageId, own, shared }) => [packageId, own, shared])
    expect(await openable(NOUR)).toEqual([
      ['common.notify', false, true],
      ['moj.birth-certificate', true, false],
    ])
    expect(await openable(OTHER)).toEqual([['common.notify', false, true]])
    expect(await openable(CLERK)).toEqual([])
    const zip = done(await engine.getPackageInForce(OTHER, 'common.notify', '1.0.0'))
    expect((await readZip(zip)).ok).toBe(true)
    expect(codeOf(await engine.getPackageInForce(OTHER, 'moj.birth-certificate', '0.1.0'))).toBe('package.not-found')
    expect(codeOf(await engine.getPackageInForce(CLERK, 'common.notify', '1.0.0'))).toBe('package.not-found')
  })
})
