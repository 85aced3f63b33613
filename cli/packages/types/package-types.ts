/**
 * A package's forms and variables as TypeScript; the only door to json-schema-to-typescript.
 *
 * `Forms`: answers by form id. `Tasks`: answers by the id of the user task that asks. `StartVariables`: what a procedure
 * of the package knows from its first step on.
 */
import { compile } from 'json-schema-to-typescript'
import type { CheckedPackage } from '../../engine/core/package/checked.ts'
import type { Form } from '../../engine/core/package/form.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'

export async function packageTypes(checked: CheckedPackage): Promise<string> {
  const { workflow, forms } = checked
  const answers = await compile(formsSchema([...forms.values()]) as never, 'Forms', {
    bannerComment: '',
    unreachableDefinitions: false,
    $refOptions: { resolve: { http: false, file: false } },
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  const parts = [
    `/** ${oneLine(workflow.title.en)} (${workflow.id} ${workflow.version}). Made by "masar types": do not edit. */`,
    answers,
    `/** Answers by the id of the user task. */\nexport interface Tasks {\n${tasks(checked)}}\n`,
    `/** What the procedure knows from its first step on. */\nexport type StartVariables = ${startVariables(checked)}\n`,
  ]
  return parts.join('\n')
}

/** One object with a property per form, so that equal names of inner types are told apart. */
function formsSchema(forms: readonly Form[]): JsonObject {
  return {
    description: 'Answers by form id.',
    type: 'object',
    additionalProperties: false,
    required: forms.map(({ id }) => id),
    properties: Object.fromEntries(
      forms.map(({ id, schema, title }) => [
        id,
        { ...moved(schema, `#/properties/${id}`), title: nameOf(id), description: `${title.en} · ${title.ar}` },
      ]),
    ),
  }
}

/** References follow the schema to its new place; fixed places of a list are written as the tool knows them. */
function moved(schema: JsonObject, root: string): JsonObject {
  const entries = Object.entries(schema).map(([key, value]): [string, JsonValue] => {
    if (key === '$ref' && typeof value === 'string') return [key, value.replace(/^#/, root)]
    if (Array.isArray(value)) return [key, value.map((it: JsonValue) => (isJsonObject(it) ? moved(it, root) : it))]
    return [key, isJsonObject(value) ? moved(value, root) : value]
  })
  const { prefixItems, items, ...rest } = Object.fromEntries(entries)
  if (prefixItems !== undefined) return { ...rest, items: prefixItems, additionalItems: items ?? true }
  return items === undefined ? rest : { ...rest, items }
}

/** "review-judgment" -> "ReviewJudgmentAnswers". */
const nameOf = (form: string): string =>
  `${form.replaceAll(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Answers`

function tasks({ programs, forms }: CheckedPackage): string {
  const lines = [...programs.values()].flatMap((program) =>
    program.elements.flatMap((it) =>
      it.kind === 'userTask' && it.task.form !== undefined && forms.has(it.task.form)
        ? [`  ${JSON.stringify(it.id)}: Forms[${JSON.stringify(it.task.form)}]\n`]
        : [],
    ),
  )
  return [...new Set(lines)].join('')
}

function startVariables({ workflow, forms }: CheckedPackage): string {
  const asked = [workflow.start?.form, ...(workflow.start?.choices ?? []).map(({ form }) => form)]
  const shown = [...new Set(asked)].flatMap((form) => (form !== undefined && forms.has(form) ? [form] : []))
  const parts = [
    `{ application: ${APPLICATION} }`,
    ...(shown.length > 0 ? [`(${shown.map((form) => `Forms[${JSON.stringify(form)}]`).join(' | ')})`] : []),
    ...(workflow.policy === undefined ? [] : [`{ policy: ${typeOf(workflow.policy as JsonValue)} }`]),
    ...(workflow.texts === undefined ? [] : [`{ texts: ${typeOf(workflow.texts as unknown as JsonValue)} }`]),
  ]
  return parts.join(' & ')
}

const APPLICATION = `{
  reference: string
  agency: string
  channel: 'portal' | 'counter' | 'api' | 'mission'
  submittedAt: string
  applicant: { id: string; nationalId: string | null } | null
}`

/** The type of a constant. */
function typeOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value))
    return `(${[...new Set(value.map((it: JsonValue) => typeOf(it)))].join(' | ') || 'never'})[]`
  if (!isJsonObject(value)) return typeof value
  const fields = Object.entries(value).map(([key, it]) => `${JSON.stringify(key)}: ${typeOf(it)}`)
  return `{ ${fields.join('; ')} }`
}

const oneLine = (text: string): string => text.replaceAll(/\s+|\*\//g, ' ')
