import { expect, test } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { EXIT, exitOf } from '../../cli/exit-codes.ts'
import { conflict, forbidden, invalid, isProblem, limited, notFound, unavailable } from '../../engine/core/problem.ts'
import { runCommandLine } from '../../cli/program.ts'
import { openTerminal } from '../../cli/terminal.ts'
import { masar, masarJson } from './masar.ts'

interface Refused {
  readonly problem: { readonly code: string; readonly detail: string }
}

test('help names every command and every exit code, in either language', async () => {
  for (const language of ['en', 'ar']) {
    const { code, out } = await masar(['--help', '--lang', language])
    expect(code).toBe(0)
    for (const name of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^ +${name} `, 'm'))
    for (const exit of Object.values(EXIT)) expect(out).toMatch(new RegExp(`^ +${exit} `, 'm'))
  }
})

test.each(Object.keys(COMMANDS))('"%s --help" says how to use it, in Arabic too', async (name) => {
  for (const [language, usage] of [
    ['en', 'Usage:'],
    ['ar', 'الاستعمال:'],
  ] as const) {
    const typed = [name, '--help', '--lang', language]
    const outcome = await runCommandLine(typed, openTerminal(typed, {}))
    expect(outcome).toMatchObject({ exit: EXIT.ok })
    expect(isProblem(outcome) ? '' : outcome.lines.join('\n')).toContain(`${usage} masar ${name}`)
  }
})

test('a command that was mistyped is answered with the one that was meant', async () => {
  const { code, out, err } = await masar(['chekc'])
  expect({ code, out }).toEqual({ code: EXIT.usage, out: '' })
  expect(err).toContain('Did you mean check?')
})

test('what cannot be understood is one JSON document with --json', async () => {
  const wrong = [['nonsense'], ['check'], ['check', '.', '--nonsense'], ['verify', 'x'], ['wait', 'x', '--for', 'x']]
  for (const args of wrong) {
    const { code, json } = await masarJson<Refused>(args)
    expect(code).toBe(EXIT.usage)
    expect(json.problem.code).toMatch(/^usage\./)
  }
})

test.each(['suspend', 'resume', 'cancel'])('%s is told of one thing, and why', async (name) => {
  const refusedWith = async (...args: readonly string[]): Promise<unknown> => {
    const { code, json } = await masarJson<Refused>([name, ...args])
    return [code, json.problem.code]
  }
  const why = ['--reason', 'flooded']
  expect(await refusedWith(...why)).toEqual([EXIT.usage, 'usage.holding'])
  expect(await refusedWith('MOJ-1', '--service', 'moj.one', ...why)).toEqual([EXIT.usage, 'usage.holding'])
  expect(await refusedWith('MOJ-1')).toEqual([EXIT.usage, 'usage.reason'])
})

test('the language comes from --lang, then from the environment, and is English otherwise', async () => {
  const arabic = { env: { LANG: 'ar_PS.UTF-8' } }
  expect((await masar(['check', '/nowhere'], arabic)).err).toMatch(/المتوقع حزمة/)
  expect((await masar(['check', '/nowhere', '--lang', 'en'], arabic)).err).toMatch(/Expected a package/)
  expect((await masar(['check', '/nowhere'])).err).toMatch(/Expected a package/)
})

test('every kind of problem has its own exit code, and none is 0 or 1', () => {
  const codes = [invalid, notFound, forbidden, conflict, limited, unavailable].map((make) => exitOf(make('x', 'y')))
  expect(codes).toEqual([
    EXIT.invalid,
    EXIT.notFound,
    EXIT.forbidden,
    EXIT.conflict,
    EXIT.unavailable,
    EXIT.unavailable,
  ])
  expect(exitOf(invalid('usage.x', 'y'))).toBe(EXIT.usage)
})
