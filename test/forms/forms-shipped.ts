/** Every form we ship, as deployment reads it. */
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { JsonObject } from '../../engine/core/json.ts'
import { readForm } from '../../engine/core/package/form.ts'
import { compileForm } from '../../forms/compile.ts'
import type { CompiledForm, FormContext, FormSource } from '../../forms/form.ts'

const ROOT = join(import.meta.dirname, '../..')

export const SHIPPED: readonly { readonly file: string; readonly form: CompiledForm }[] = globSync(
  ['workflows/*/forms/*.form.json', 'forms/library/*.form.json'],
  { cwd: ROOT },
)
  .sort()
  .map((file) => ({ file, form: compileForm(sourceOf(file)) }))

export function sourceOf(file: string): FormSource {
  const read = readForm(`forms/${basename(file)}`, readFileSync(join(ROOT, file)))
  if (!read.ok) throw new Error(JSON.stringify(read.findings, undefined, 2))
  return read.value
}

export function shipped(name: string): CompiledForm {
  const found = SHIPPED.find(({ file }) => file.endsWith(name))
  if (found === undefined) throw new Error(`Expected a shipped form ${name}`)
  return found.form
}

export const context = (language: 'ar' | 'en', more: Partial<FormContext> = {}): FormContext => ({
  language,
  variables: {},
  now: Date.UTC(2026, 10, 27, 9),
  timeZone: 'Asia/Hebron',
  by: 'applicant',
  ...more,
})

interface Package {
  readonly start?: { readonly form?: string }
}
interface Scenario {
  readonly start?: { readonly variables?: JsonObject; readonly refused?: string; readonly company?: JsonObject }
}

const read = <It>(file: string): It => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as It

/** What the tests of our packages apply with, where it is not to be refused. */
export const APPLICATIONS = globSync('workflows/*/tests/*.test.json', { cwd: ROOT }).flatMap((file) => {
  const { start } = read<Scenario>(file)
  const folder = dirname(dirname(file))
  const named = read<Package>(`${folder}/workflow.json`).start?.form
  const form = SHIPPED.find((it) => it.file === `${folder}/forms/${named ?? ''}.form.json`)?.form
  return form === undefined || start?.variables === undefined || start.refused !== undefined
    ? []
    : [
        {
          file,
          form,
          answers: start.variables,
          knows: { application: { applicant: { company: start.company ?? null } } },
        },
      ]
})
