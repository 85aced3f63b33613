/** Forms to build on: those the engine ships, an empty one, what becomes of one by a command, and what the check says of it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileForm } from '../../forms/compile.ts'
import { renderForm } from '../../forms/html/render.ts'
import { viewOf } from '../../forms/view.ts'
import { readForm } from '../../engine/core/package/form.ts'
import type { FormContext } from '../../forms/form.ts'
import type { Command } from '../../designer/forms/model/command.ts'
import { changedText } from '../../designer/forms/model/commands/commands.ts'
import { type FormJson, newFormText, readFormText } from '../../designer/forms/model/form-file.ts'

const ROOT = join(import.meta.dirname, '../..')

export const SHIPPED: readonly (readonly [name: string, text: string])[] = globSync(
  ['workflows/*/forms/*.form.json', 'forms/library/*.form.json'],
  { cwd: ROOT },
)
  .sort()
  .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])

export const EMPTY = newFormText({ ar: 'طلب', en: 'Application' })

export function shipped(name: string): string {
  const found = SHIPPED.find(([path]) => path === name)
  if (found === undefined) throw new Error(`Expected ${name} among the forms that are shipped`)
  return found[1]
}

/** The text of the form after a command that is not refused. */
export function done<Asked>(text: string, command: Command<Asked>, asked: Asked): string {
  const result = changedText(text, command, asked)
  if (!result.ok) throw new Error(result.reason.en)
  return result.text
}

export function read(text: string): FormJson {
  const it = readFormText(text)
  if (!it.ok) throw new Error(it.reason.en)
  return it.form
}

export const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[]

export const FILE = 'forms/built.form.json'

/** What deployment would say of it; nothing where it is sound. */
export function findingsOf(text: string): readonly string[] {
  const form = readForm(FILE, new TextEncoder().encode(text))
  return form.ok ? [] : form.findings.map((it) => `${it.rule} ${it.place ?? ''}: ${it.message}`)
}

export const CONTEXT: FormContext = {
  language: 'ar',
  variables: {},
  now: Date.UTC(2026, 10, 27),
  timeZone: 'Asia/Hebron',
  by: 'applicant',
}

/** Every page as a citizen would see it. */
export function pagesOf(text: string, context: FormContext = CONTEXT): readonly string[] {
  const checked = readForm(FILE, new TextEncoder().encode(text))
  if (!checked.ok) throw new Error(JSON.stringify(checked.findings))
  const form = compileForm(checked.value)
  return form.pages.map((page) => renderForm(viewOf(form, {}, [], context, page.id)))
}
