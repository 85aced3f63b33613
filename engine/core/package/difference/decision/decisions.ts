/** Decisions: how they decide and what they rest on; their columns and rows are told one by one. */
import { bilingual } from '../../../bilingual.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { ORDER, type Aspect, type Comparison } from '../thing.ts'
import { quote, same, shown } from '../words.ts'
import { anatomyOf } from './anatomy.ts'
import { policyInWords, policyOf } from './policies.ts'
import { tablesOf, titlesIn, type Table } from './tables.ts'
import { kindInWords } from './value-kinds.ts'

/** Told by columns.ts, each as one. */
const COLUMN = /^decisionLogic\/(input|output|annotation)\//
const REQUIREMENT = /^(information|knowledge|authority)Requirement\/.*\/href$/
/** By it the part is called. */
const PART_NAME = /\/contextEntry\/[^/]+\/variable\/name$/
/** Told in one piece. */
const ALONE = new Set(['decisionLogic/hitPolicy', 'decisionLogic/aggregation'])
const [POLICY, NEEDS, COLUMNS] = ['policy', 'needs', `${ORDER}columns`]

export const decisions: Comparison = {
  things(side, other, which) {
    return tablesOf(side, other, which).map((table) => ({
      key: table.id,
      subject: { kind: 'decision', decision: table.id },
      title: table.title,
      file: table.file,
      place: table.id,
      weight: table.weight,
      aspects: aspectsOf(table),
    }))
  },
  aspects: [
    described('description', 'الشرح', 'the explanation'),
    of('name', 'الاسم', 'the name'),
    {
      ...of(POLICY, 'الاختيار بين الصفوف المنطبقة', 'the choice among fitting rows'),
      show: (name) => policyInWords(String(name)),
    },
    {
      ...of(COLUMNS, 'ترتيب أعمدة النتيجة، وأولها أهمها', 'the order of results, of which the first weighs most,'),
      show: (names) => listed(names, bilingual),
    },
    { ...of('decisionLogic/typeRef', 'نوع الجواب', 'the kind of answer'), show: kindInWords },
    { ...of('variable/typeRef', 'نوع الجواب', 'the kind of answer'), show: kindInWords },
    of('variable/name', 'الاسم في التعبيرات', 'the name in expressions'),
    {
      ...of(NEEDS, 'ما يستند إليه', 'the list of what is asked first'),
      show(hrefs, side) {
        const titles = titlesIn(side)
        return listed(hrefs, (href) => titles.get(href) ?? same(href.replace(/^.*#/, '')))
      },
    },
    parts('decisionLogic/'),
    parts('encapsulatedLogic/'),
  ],
}

function aspectsOf(table: Table): Map<string, JsonValue> {
  const all = [...anatomyOf(table.node)]
  const aspects = new Map(
    all.filter(([name]) => !COLUMN.test(name) && !REQUIREMENT.test(name) && !PART_NAME.test(name) && !ALONE.has(name)),
  )
  const needs = all
    .flatMap(([name, href]) => (REQUIREMENT.test(name) ? [String(href).replace(/^.*#/, `${table.file}#`)] : []))
    .toSorted()
  if (needs.length > 0) aspects.set(NEEDS, needs)
  if (table.columns.output.length === 0) return aspects
  const { name, isByColumns } = policyOf(table)
  aspects.set(POLICY, name)
  if (isByColumns) aspects.set(COLUMNS, table.columns.output)
  return aspects
}

/** One after the other, each by what people call it. */
function listed(value: JsonValue, called: (one: string) => Text): Text {
  const names = (Array.isArray(value) ? value : []).map((one: JsonValue) => called(String(one)))
  return { ar: names.map(({ ar }) => ar).join('، '), en: names.map(({ en }) => en).join(', ') }
}

function of(name: string, ar: string, en: string): Aspect {
  return { of: name, name: () => ({ ar, en }), show: raw }
}

function described(name: string, ar: string, en: string): Aspect {
  return {
    of: name,
    name: () => ({ ar, en }),
    renames: true,
    weight: 'look',
    show: (value) => bilingual(String(value)),
  }
}

function parts(prefix: string): Aspect {
  return { of: prefix, name: partCalled, show: raw }
}

/** How DMN writes a formula of several parts; people know the parts by their names. */
const WRITTEN = new Set(['contextEntry', 'value', 'text', 'expression', 'variable', 'typeRef'])

/** "contextEntry/net/value/text" is the part “net”. */
function partCalled(rest: string): Text {
  const steps = rest.split('/')
  const names = steps.filter((it) => !WRITTEN.has(it)).map(bilingual)
  const kind = steps.at(-1) === 'typeRef' ? { ar: 'نوع القيمة في ', en: 'the kind of value of ' } : same('')
  if (names.length === 0) return { ar: `${kind.ar}القاعدة`, en: `${kind.en}the rule` }
  const name = quote({ ar: names.map(({ ar }) => ar).join(' › '), en: names.map(({ en }) => en).join(' › ') })
  return { ar: `${kind.ar}الجزء ${name.ar}`, en: `${kind.en}the part ${name.en}` }
}

function raw(value: JsonValue): Text {
  return typeof value === 'string' ? same(value) : shown(value)
}
