/** Any way of building a form gives one that deployment takes and that can be drawn. */
import { type Arbitrary, array, assert as hold, constantFrom, nat, property, record } from 'fast-check'
import { expect, onTestFailed, test } from 'vitest'
import { COMMANDS, changedText } from '../../designer/forms/model/commands/commands.ts'
import type { Changed, Command } from '../../designer/forms/model/command.ts'
import { BLUEPRINTS } from '../../designer/forms/model/blueprints.ts'
import { LIBRARY } from '../../designer/forms/model/library.ts'
import { CONSTRAINTS } from '../../designer/forms/model/commands/set-constraint.ts'
import { readFormText, type FormJson } from '../../designer/forms/model/form-file.ts'
import { elementsOf } from '../../designer/forms/model/layout.ts'
import { choicesAt } from '../../designer/forms/model/kind-at.ts'
import { fieldsOf } from '../../engine/core/package/form-texts.ts'
import { objectAt } from '../../designer/forms/model/json/pointer.ts'
import { EMPTY, SHIPPED, findingsOf, keysOf, pagesOf } from './form-scene.ts'

/** One thing an analyst does, said by numbers, so that it means something in any form. */
interface Step {
  readonly what: keyof typeof STEPS
  readonly a: number
  readonly b: number
  readonly c: number
}

const pick = <It>(list: readonly It[], at: number): It | undefined => list[at % Math.max(list.length, 1)]
const text = (number: number) => ({ ar: `نص ${String(number)}`, en: `Text ${String(number)}` })
const run = <Asked>(command: Command<Asked>, asked: Asked): Done => ({ command: command as Command<unknown>, asked })

interface Done {
  readonly command: Command<unknown>
  readonly asked: unknown
}

const spots = (form: FormJson): readonly string[] => ['/ui', ...elementsOf(form).map((it) => it.at)]
const places = (form: FormJson): readonly string[] => [...fieldsOf(objectAt(form, '/schema')).keys()]
const topNames = (form: FormJson): readonly string[] => Object.keys(objectAt(form, '/schema/properties'))

const STEPS = {
  addField: (form, { a, b, c }) =>
    run(COMMANDS.addField, {
      kind: pick(keysOf(BLUEPRINTS), a) ?? 'text',
      into: pick(spots(form), b) ?? '/ui',
      ...(c % 2 === 0 ? { index: 0 } : {}),
    }),
  addLibraryField: (form, { a, b }) =>
    run(COMMANDS.addLibraryField, { field: pick(keysOf(LIBRARY), a) ?? 'sex', into: pick(spots(form), b) ?? '/ui' }),
  addPage: (_, { a }) => run(COMMANDS.addPage, a % 2 === 0 ? {} : { index: 0 }),
  addSection: (form, { a, b }) =>
    run(COMMANDS.addSection, {
      section: pick(['group', 'row', 'column', 'text', 'summary'] as const, a) ?? 'group',
      into: pick(spots(form), b) ?? '/ui',
    }),
  moveElement: (form, { a, b, c }) =>
    run(COMMANDS.moveElement, { at: pick(spots(form), a) ?? '', into: pick(spots(form), b) ?? '', index: c % 4 }),
  removeElement: (form, { a }) => run(COMMANDS.removeElement, { at: pick(spots(form), a) ?? '' }),
  removeField: (form, { a }) => run(COMMANDS.removeField, { place: pick(places(form), a) ?? '' }),
  renameField: (form, { a, b }) =>
    run(COMMANDS.renameField, { place: pick(places(form), a) ?? '', name: `name${String(b % 30)}` }),
  changeKind: (form, { a, b }) =>
    run(COMMANDS.changeKind, { place: pick(places(form), a) ?? '', kind: pick(keysOf(BLUEPRINTS), b) ?? 'text' }),
  dissolveSection: (form, { a }) => run(COMMANDS.dissolveSection, { at: pick(spots(form), a) ?? '' }),
  layOutInside: (form, { a }) => run(COMMANDS.layOutInside, { at: pick(spots(form), a) ?? '' }),
  setRule: (form, { a, b, c }) =>
    run(COMMANDS.setRule, {
      at: pick(spots(form), a) ?? '',
      ...(c % 4 === 0
        ? {}
        : { rule: { effect: 'SHOW' as const, condition: `=${pick(topNames(form), b) ?? 'x'} != null` } }),
    }),
  setRequired: (form, { a, b }) =>
    run(COMMANDS.setRequired, {
      place: pick(places(form), a) ?? '',
      when: pick([true, false, `=${pick(topNames(form), b) ?? 'x'} = null`], b) ?? true,
    }),
  setComputed: (form, { a, b }) =>
    run(COMMANDS.setOption, {
      place: pick(places(form), a) ?? '',
      option: 'computed',
      ...(b % 2 === 0 ? { value: '=1 + 1' } : {}),
    }),
  setReadonly: (form, { a, b }) =>
    run(COMMANDS.setOption, {
      place: pick(places(form), a) ?? '',
      option: 'readonly',
      ...(b % 2 === 0 ? { value: true } : {}),
    }),
  renameChoice: (form, { a, b }) => {
    const place =
      pick(
        places(form).filter((it) => choicesAt(form, it).length > 0),
        a,
      ) ?? ''
    const from = String(pick(choicesAt(form, place), b)?.value ?? '')
    return run(COMMANDS.renameChoice, { place, from, to: `value${String(b % 20)}` })
  },
  setChoices: (form, { a, b }) => {
    const place =
      pick(
        places(form).filter((it) => choicesAt(form, it).length > 0),
        a,
      ) ?? ''
    const choices = choicesAt(form, place)
    return run(COMMANDS.setChoices, {
      place,
      choices: b % 2 === 0 ? [...choices, { value: `more${String(b)}`, label: text(b) }] : choices.slice(1),
    })
  },
  setConstraint: (form, { a, b, c }) => {
    const place = pick(places(form), a) ?? ''
    const constraint = pick(CONSTRAINTS.slice(0, 2), b) ?? 'maxLength'
    const isText = fieldsOf(objectAt(form, '/schema')).get(place)?.schema['type'] === 'string'
    return run(COMMANDS.setConstraint, {
      place: isText ? place : '/nowhere',
      constraint,
      value: constraint === 'minLength' ? c % 5 : 5 + c,
    })
  },
  setText: (form, { a, b }) =>
    run(COMMANDS.setText, {
      place: pick(places(form), a) ?? '',
      part: pick(['label', 'hint', { error: 'required' }] as const, b) ?? 'label',
      text: text(b),
    }),
  setTitle: (_, { a }) => run(COMMANDS.setTitle, { title: text(a) }),
} as const satisfies Readonly<Record<string, (form: FormJson, step: Omit<Step, 'what'>) => Done>>

const steps: Arbitrary<Step> = record({
  what: constantFrom(...keysOf(STEPS)),
  a: nat(200),
  b: nat(200),
  c: nat(200),
})

const seed = (): number => {
  const now = Date.now() % 1_000_000_000
  onTestFailed(() => {
    process.stderr.write(`seed ${String(now)}\n`)
  })
  return now
}

function after(before: string, step: Step): string {
  const read = readFormText(before)
  if (!read.ok) throw new Error(read.reason.en)
  const { command, asked } = STEPS[step.what](read.form, step)
  const done: Changed & { readonly text?: string } = changedText(before, command, asked)
  return done.ok && done.text !== undefined ? done.text : before
}

test('any sequence of commands gives a form that deployment takes and that can be drawn', { timeout: 120_000 }, () => {
  const starts = [EMPTY, EMPTY, ...SHIPPED.map(([, it]) => it)]
  hold(
    property(constantFrom(...starts), array(steps, { maxLength: 25 }), (start, sequence) => {
      let now = start
      for (const step of sequence) {
        const next = after(now, step)
        expect([step, findingsOf(next)]).toEqual([step, []])
        now = next
      }
      expect(pagesOf(now).length).toBeGreaterThan(0)
    }),
    { seed: seed(), numRuns: 100 },
  )
})
