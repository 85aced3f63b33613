/**
 * A package's forms and variables as TypeScript; the only door to json-schema-to-typescript.
 *
 * `Forms`: answers by form id. `Tasks`: answers by the id of the user task that asks. `StartVariables`: what a procedure
 * of the package knows from its first step on. `Variables`: all it may know. `Jobs`: what its own workers get and give.
 */
import { compile } from 'json-schema-to-typescript'
import type { CheckedPackage } from '../../../engine/core/package/checked.ts'
import type { Form } from '../../../engine/core/package/form.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { constantsOf } from '../../../engine/core/workflow.ts'
import { typeOf } from './constant.ts'
import { jobTypes } from './jobs.ts'
import { APPLICATION, variableTypes } from './variables.ts'

export async function packageTypes(checked: CheckedPackage): Promise<string> {
  const { workflow, forms } = checked
  const variables = variableTypes(checked)
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
    `/** What the package itself says: its policy and its texts. */\nexport type Constants = ${typeOf(constantsOf(workflow))}\n`,
    `/** Whatever a procedure of the package may know; which of it there is depends on how far it has come. */\nexport interface Variables {\n${lines(variables.all)}}\n`,
    `/** Work for the agency's own workers, by job type. */\nexport interface Jobs ${jobTypes(checked, variables)}\n`,
    `/** Who applied, how, and when. */\nexport interface Application ${APPLICATION}\n`,
    AT,
  ]
  return parts.join('\n')
}

const lines = (variables: ReadonlyMap<string, string>): string =>
  [...variables].map(([name, type]) => `  ${JSON.stringify(name)}?: ${type}\n`).join('')

const AT = `/** The part of a value that a path leads to, where there is one. */
type At<T, Path extends readonly string[]> = Path extends readonly [infer Key, ...infer Rest extends readonly string[]]
  ? T extends null | undefined
    ? never
    : Key extends keyof T
      ? At<T[Key], Rest>
      : unknown
  : Exclude<T, undefined>
`

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
    '{ application: Application }',
    ...(shown.length > 0 ? [`(${shown.map((form) => `Forms[${JSON.stringify(form)}]`).join(' | ')})`] : []),
    'Constants',
  ]
  return parts.join(' & ')
}

const oneLine = (text: string): string => text.replaceAll(/\s+|\*\//g, ' ')
