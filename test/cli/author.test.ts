import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { folderForTest, masar, masarJson, ROOT } from './masar.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = folderForTest()
const good = join(folder, 'moj.try')
const here = { cwd: folder }

interface Checked {
  readonly ok: boolean
  readonly packages: readonly { readonly ok: boolean; readonly id?: string; readonly findings: readonly Finding[] }[]
}

/** A copy of the good package with one file changed. */
function spoilt(name: string, file: string, change: (text: string) => string): string {
  const copy = join(folder, 'spoilt', name)
  cpSync(good, copy, { recursive: true })
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
  return copy
}

beforeAll(async () => {
  const { code, err } = await masar(['init', 'moj.try'], here)
  if (code !== EXIT.ok) throw new Error(err)
})

describe('init', () => {
  test('gives a package without one finding, under its own id and agency', async () => {
    const { code, json } = await masarJson<Checked>(['check', good])
    expect(code).toBe(EXIT.ok)
    expect(json.packages).toMatchObject([{ ok: true, id: 'moj.try', findings: [] }])
    expect(JSON.parse(readFileSync(join(good, 'workflow.json'), 'utf8'))).toMatchObject({ agency: 'moj' })
  })

  test('its tests pass', async () => {
    const { code, json } = await masarJson<object>(['test', good])
    expect({ code, ...json }).toMatchObject({ code: EXIT.ok, passed: 2, failed: 0 })
  })

  test('never writes over a folder that is there, and refuses a name that is no package id', async () => {
    expect(await masar(['init', 'moj.try'], here)).toMatchObject({ code: EXIT.conflict })
    expect(await masar(['init', '../out'], here)).toMatchObject({ code: EXIT.usage })
    expect(await masar(['init', 'Ministry'], here)).toMatchObject({ code: EXIT.usage })
  })
})

describe('check', () => {
  test('finds the packages we ship sound, with what they share found beside them', async () => {
    const service = join(ROOT, 'workflows/moj.non-conviction')
    const { code, json } = await masarJson<Checked>(['check', service])
    expect({ code, ok: json.ok }).toEqual({ code: EXIT.ok, ok: true })
  })

  test('without the shared packages it says which are missing', async () => {
    mkdirSync(join(folder, 'alone'), { recursive: true })
    cpSync(join(ROOT, 'workflows/moj.non-conviction'), join(folder, 'alone/service'), { recursive: true })
    const alone = await masar(['check', join(folder, 'alone/service')])
    expect(alone.code).toBe(EXIT.invalid)
    expect(alone.out).toContain('common.pay')
    const { code } = await masar(['check', join(folder, 'alone/service'), '--with', join(ROOT, 'workflows')])
    expect(code).toBe(EXIT.ok)
  })

  test('says everything that is wrong at once: file, place and what to do, in the language asked for', async () => {
    const bad = spoilt('bad', 'workflow.json', (text) => text.replace('"1.0.0"', '"one"').replace('"P3WD"', '"soon"'))
    writeFileSync(join(bad, 'forms/apply.form.json'), '{"title":')
    const { code, json } = await masarJson<Checked>(['check', bad])
    expect(code).toBe(EXIT.invalid)
    const findings = json.packages[0]?.findings ?? []
    expect(findings.map((it) => it.file)).toEqual(expect.arrayContaining(['workflow.json', 'forms/apply.form.json']))
    expect(findings.every((it) => it.message !== '' && (it.messageAr ?? '') !== '' && (it.remedy ?? '') !== '')).toBe(
      true,
    )
    expect(findings.map((it) => it.message)).toContain(
      'Expected a version of three numbers like 1.0.0, but found other text',
    )
    const arabic = await masar(['check', bad, '--lang', 'ar'])
    expect(arabic.out).toContain(findings[0]?.messageAr ?? 'missing')
  })

  test('a package packed where it lies is sound as before, and packs to the same bytes again', async () => {
    const copy = spoilt('packed', 'README.md', (text) => text)
    const first = await masar(['pack', '.'], { cwd: copy })
    expect(first).toMatchObject({ code: EXIT.ok })
    expect(await masar(['check', '.'], { cwd: copy })).toMatchObject({ code: EXIT.ok })
    expect((await masar(['pack', '.'], { cwd: copy })).out).toBe(first.out)
  })

  test('a step of no kind in a test file is told once, with the kinds there are', async () => {
    const odd = spoilt('odd', 'tests/granted.test.json', (text) => text.replace('"task": "decide"', '"look": "decide"'))
    const { code, json } = await masarJson<{ problem: { findings: Finding[] } }>(['test', odd])
    expect(code).toBe(EXIT.invalid)
    const kinds = json.problem.findings.filter((it) =>
      it.message.includes('complete + as, claim + as, activate + as, advance'),
    )
    expect(kinds).toMatchObject([{ place: '/steps/0', messageAr: expect.stringContaining('claim + as') as string }])
    expect(json.problem.findings.filter((it) => it.message.includes('missing'))).toEqual([])
  })

  test('refuses links, foreign files and drawings that name what is not there', async () => {
    const linked = spoilt('linked', 'README.md', (text) => text)
    symlinkSync('/etc/passwd', join(linked, 'forms/passwd.form.json'))
    expect(await masar(['check', linked])).toMatchObject({ code: EXIT.invalid })
    const foreign = spoilt('foreign', 'README.md', (text) => text)
    writeFileSync(join(foreign, 'run.js'), 'process.exit()')
    expect((await masar(['check', foreign])).err).toContain('run.js')
    const dangling = spoilt('dangling', 'service.bpmn', (text) => text.replace('formId="decide"', 'formId="nobody"'))
    expect((await masar(['check', dangling])).out).toContain('nobody')
    const entity = spoilt('entity', 'service.bpmn', (text) =>
      text.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    )
    expect(await masar(['check', entity])).toMatchObject({ code: EXIT.invalid })
  })

  test('what an author wrote cannot move the cursor of whoever reads the findings', async () => {
    const rude = spoilt('rude', 'workflow.json', (text) => text.replace('"P3WD"', '"\\u001b[2J\\u0007"'))
    const { out } = await masar(['check', rude])
    expect([...out].filter((letter) => letter === '\u0007' || letter === '\u001b')).toEqual([])
  })

  test('a path without a package is not found', async () => {
    expect(await masar(['check', join(folder, 'nothing')])).toMatchObject({ code: EXIT.notFound })
  })

  test('two packages that use each other are refused, not followed for ever', async () => {
    const pair = ['moj.a', 'moj.b'].map((id, i) => {
      const other = i === 0 ? 'moj.b' : 'moj.a'
      return spoilt(`pair/${id}`, 'workflow.json', (text) =>
        text.replace('"moj.try"', `"${id}"`).replace('"agency"', `"uses": { "${other}": "1.0.0" }, "agency"`),
      )
    })
    expect(await masar(['check', ...pair])).toMatchObject({ code: EXIT.invalid })
  })
})

describe('pack', () => {
  test('the same folder gives the same bytes, and they check out like the folder', async () => {
    const files = ['one', 'two'].map((name) => {
      mkdirSync(join(folder, name))
      return join(folder, name)
    })
    for (const out of files) expect(await masar(['pack', good, '--out', out])).toMatchObject({ code: EXIT.ok })
    const [one, two] = files.map((out) => readFileSync(join(out, 'moj.try-1.0.0.masar')))
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true)
    const { json } = await masarJson<Checked>(['check', join(folder, 'one')])
    expect(json.packages).toMatchObject([{ ok: true, id: 'moj.try' }])
  })

  test('a package with errors is not packed', async () => {
    const bad = spoilt('unpackable', 'workflow.json', (text) => text.replace('"portal"', '"pigeon"'))
    expect(await masar(['pack', bad, '--out', folder])).toMatchObject({ code: EXIT.invalid })
  })
})

describe('test', () => {
  test('a failed expectation says what was expected and what was found', async () => {
    const failing = spoilt('failing', 'tests/granted.test.json', (text) =>
      text.replace('"granted"', '"refused"').replace('["refused"]', '["granted"]'),
    )
    const { code, out } = await masar(['test', failing])
    expect(code).toBe(EXIT.invalid)
    expect(out).toContain('Expected refused to be completed')
    expect(out).toContain('1 passed, 1 failed')
  })

  test('a misspelt word in a test file is an error, not a test that expects nothing', async () => {
    const misspelt = spoilt('misspelt', 'tests/granted.test.json', (text) => text.replace('"path"', '"paht"'))
    const { code, err } = await masar(['test', misspelt])
    expect(code).toBe(EXIT.invalid)
    expect(err).toContain('paht')
  })

  test('only the tests asked for are run', async () => {
    const { json } = await masarJson<object>(['test', good, '--only', 'refused'])
    expect(json).toMatchObject({ passed: 1, failed: 0 })
  })
})

describe('types', () => {
  test('of every package we ship are TypeScript a program can rely on', async () => {
    const files: string[] = []
    for (const name of shipped()) {
      const file = join(folder, `${name.replaceAll('.', '-')}.ts`)
      expect(await masar(['types', join(ROOT, 'workflows', name), '--out', file])).toMatchObject({ code: EXIT.ok })
      files.push(file)
    }
    expect(compile(...files)).toBe('')
  }, 300_000)

  test('say of variables what the package says of them, and nothing more', async () => {
    const { out } = await masar(['types', join(ROOT, 'workflows', 'moj.non-conviction')])
    const file = join(folder, 'variables.ts')
    const uses = (body: string): string => {
      writeFileSync(file, `${out}\nexport function use(variables: Variables): void {\n${body}\n}\n`)
      return compile(file)
    }
    expect(uses('void variables.nobodySetsThis')).toContain('nobodySetsThis')
    expect(uses('const copies: number | undefined = variables.copies; void copies')).toBe('')
    expect(uses('const reference: string | undefined = variables.reference; void reference')).toBe('')
    expect(uses('const within: string | undefined = variables.payWithin; void within')).toBe('')
    expect(uses('const copies: string | undefined = variables.copies; void copies')).toContain('number')
    expect(uses('const judged: boolean = variables.judgment; void judged')).toContain('unknown')
    rmSync(file)
  })

  test('refuse answers that the form would refuse', async () => {
    const file = join(folder, 'wrong.ts')
    const { out } = await masar(['types', good])
    const right = `export const right: Forms['apply'] = { purpose: 'work', phone: '0590000000' }\n`
    writeFileSync(file, `${out}\n${right}`)
    expect(compile(file)).toBe('')
    writeFileSync(file, `${out}\n${right.replace("'work'", "'fun'")}`)
    expect(compile(file)).toContain('"fun"')
    rmSync(file)
  })
})

const shipped = (): readonly string[] =>
  readdirSync(join(ROOT, 'workflows'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

function compile(...files: readonly string[]): string {
  const options = [
    '--noEmit',
    '--strict',
    '--ignoreConfig',
    '--types',
    '',
    '--target',
    'es2024',
    '--module',
    'nodenext',
  ]
  try {
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), [...options, ...files], { encoding: 'utf8', cwd: folder })
    return ''
  } catch (error) {
    return String((error as { readonly stdout?: string }).stdout)
  }
}

describe('import', () => {
  const drawing = join(ROOT, 'test/bpmn/import/loan.bpmn')

  test('writes the rewritten drawing and says what needs a hand, in the reader’s language', async () => {
    const out = join(folder, 'imported')
    const { code, out: text } = await masar(['import', drawing, '--out', out, '--lang', 'ar'], here)
    expect(code).toBe(EXIT.ok)
    expect(text).toMatch(/يحتاج إلى تدخل يدوي \(6\)/)
    expect(readFileSync(join(out, 'loan.bpmn'), 'utf8')).toContain('zeebe:taskDefinition')
  })

  test('never overwrites a file unasked, and refuses what is no drawing', async () => {
    const again = await masar(['import', drawing, '--out', join(folder, 'imported')], here)
    expect([again.code === EXIT.ok, again.err.includes('--force')]).toEqual([false, true])
    const none = await masar(['import', join(ROOT, 'package.json'), '--out', join(folder, 'none')], here)
    expect(none.code).not.toBe(EXIT.ok)
  })
})

describe('diff', () => {
  test('says what changed in meaning, in the language asked for', async () => {
    const newer = spoilt('newer', 'workflow.json', (text) => text.replace('"P3WD"', '"P5WD"'))
    const { code, json } = await masarJson<{ raise: string; differences: readonly { weight: string }[] }>([
      'diff',
      good,
      newer,
    ])
    expect({ code, raise: json.raise }).toEqual({ code: EXIT.ok, raise: 'minor' })
    expect(json.differences).toMatchObject([{ weight: 'law', subject: { kind: 'deadline' } }])
    expect((await masar(['diff', good, newer, '--lang', 'ar'])).out).toContain('القانون')
    expect((await masar(['diff', good, good])).out).toContain('No difference')
  })

  test('asks for two packages', async () => {
    expect(await masar(['diff', join(ROOT, 'workflows'), good])).toMatchObject({ code: EXIT.invalid })
    expect(await masar(['diff', good, join(folder, 'nowhere')])).toMatchObject({ code: EXIT.notFound })
  })
})
