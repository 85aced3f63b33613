/** Forms to build on: those the engine ships, an empty one, and what the check says of a text. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileForm } from '../../forms/compile.ts'
import { renderForm } from '../../forms/html/render.ts'
import { viewOf } from '../../forms/view.ts'
import { readForm } from '../../engine/core/package/form.ts'
import type { FormContext } from '../../forms/form.ts'
import { newFormText } from '../../designer/forms/model/form-file.ts'

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

export const FILE = 'forms/built.form.json'

/** What deployment would say of it; nothing where it is sound. */
export function findingsOf(text: string): readonly string[] {
  const read = readForm(FILE, new TextEncoder().encode(text))
  return read.ok ? [] : read.findings.map((it) => `${it.rule} ${it.place ?? ''}: ${it.message}`)
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
  const read = readForm(FILE, new TextEncoder().encode(text))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  const form = compileForm(read.value)
  return form.pages.map((page) => renderForm(viewOf(form, {}, [], context, page.id)))
}
