/** Keywords for lists. */
import { isJsonObject } from '../../json.ts'
import { isSame } from './equality.ts'
import { schemasIn, strict, type Keyword } from './keyword.ts'
import { below, nothingSeen, tell, type Rule, type Run, everyOf } from './rule.ts'
import { isOfType, typesOf } from './type.ts'

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const size = (
  name: 'maxItems' | 'minItems',
  word: string,
  isGood: (found: number, limit: number) => boolean,
): Keyword => ({
  name,
  read(asked) {
    const limit = Number(asked)
    const message = `must NOT have ${word} than ${String(limit)} items`
    return (value, place, run) =>
      isGood(itemsOf(value).length, limit) || tell(run, place, { keyword: name, params: { limit }, message })
  },
})

const prefixItems: Keyword = {
  name: 'prefixItems',
  read(schemas, { minItems, maxItems, items }, reader) {
    const rules = schemasIn(schemas).map((it) => reader.rule(it))
    const count = rules.length
    if (minItems !== count || (maxItems !== count && items !== false))
      strict(`"prefixItems" is ${String(count)}-tuple, but minItems or maxItems/items are not specified or different`)
    return (value, place, run, seen) => {
      seen.items = Math.max(seen.items, count)
      return eachItem(itemsOf(value).slice(0, count), 0, (index) => rules[index], place, run)
    }
  },
}

const items: Keyword = {
  name: 'items',
  read(schema, { prefixItems: first }, reader) {
    const from = schemasIn(first).length
    if (reader.asksNothing(schema)) return sawAllItems
    const rule = reader.rule(schema)
    return (value, place, run, seen) => {
      seen.items = Number.POSITIVE_INFINITY
      const list = itemsOf(value)
      if (first !== undefined && schema === false)
        return list.length <= from || tell(run, place, tooMany('items', from))
      return eachItem(list, from, () => rule, place, run)
    }
  },
}

const contains: Keyword = {
  name: 'contains',
  read(schema, beside, reader) {
    const { minContains: min = 1, maxContains: max } = beside
    const least = Number(min)
    const most = max === undefined ? Number.POSITIVE_INFINITY : Number(max)
    if (max === undefined && least === 0) strict('"minContains" == 0 without "maxContains": "contains" keyword ignored')
    if (least > most) strict('"minContains" > "maxContains" is always invalid')
    const asksNothing = reader.asksNothing(schema)
    const rule = reader.rule(schema)
    const params = max === undefined ? { minContains: least } : { minContains: least, maxContains: most }
    const message = `must contain at least ${String(least)}${max === undefined ? '' : ` and no more than ${String(most)}`} valid item(s)`
    return (value, place, run, seen) => {
      if (!asksNothing) seen.items = Number.POSITIVE_INFINITY
      const told: Run = { ...run, errors: [], choice: true }
      const enough = (found: number) => found > most || (max === undefined && found >= least)
      let found = 0
      for (const [index, item] of itemsOf(value).entries()) {
        if (rule(item, below(place, index), told, nothingSeen())) found++
        if (enough(found)) break
      }
      if (found >= least && found <= most) return true
      if (run.all || run.choice) run.errors.push(...told.errors)
      return tell(run, place, { keyword: 'contains', params, message })
    }
  },
}

const uniqueItems: Keyword = {
  name: 'uniqueItems',
  read(isAsked, { items: each }) {
    if (isAsked !== true) return undefined
    const types = each !== undefined && isJsonObject(each) ? typesOf(each) : []
    const isPlain = types.length > 0 && !types.some((it) => it === 'object' || it === 'array')
    return (value, place, run) => {
      const list = itemsOf(value)
      const twin = isPlain
        ? plainTwin(list, (it) => types.some((type) => isOfType(type, it)), types.length > 1)
        : anyTwin(list)
      if (twin === undefined) return true
      const message = `must NOT have duplicate items (items ## ${String(twin.j)} and ${String(twin.i)} are identical)`
      return tell(run, place, { keyword: 'uniqueItems', params: { ...twin }, message })
    }
  },
}

interface Twin {
  readonly i: number
  readonly j: number
}

/** From the end, as Ajv looks: the pair it names is the same. */
function plainTwin(list: readonly unknown[], counts: (item: unknown) => boolean, isMixed: boolean): Twin | undefined {
  const places = new Map<string, number>()
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list[i]
    if (!counts(item)) continue
    const key = `${String(item)}${isMixed && typeof item === 'string' ? '_' : ''}`
    const j = places.get(key)
    if (j !== undefined) return { i, j }
    places.set(key, i)
  }
  return undefined
}

function anyTwin(list: readonly unknown[]): Twin | undefined {
  for (let i = list.length - 1; i >= 0; i--)
    for (let j = i - 1; j >= 0; j--) if (isSame(list[i], list[j])) return { i, j }
  return undefined
}

const ofContains = (name: 'maxContains' | 'minContains'): Keyword => ({
  name,
  read(_value, beside) {
    if (beside['contains'] === undefined) strict(`"${name}" without "contains" is ignored`)
    return undefined
  },
})

const unevaluatedItems: Keyword = {
  name: 'unevaluatedItems',
  read(schema, _beside, reader) {
    const asksNothing = reader.asksNothing(schema)
    const rule = reader.rule(schema)
    return (value, place, run, seen) => {
      const from = seen.items
      seen.items = Number.POSITIVE_INFINITY
      const list = itemsOf(value)
      if (asksNothing || from >= list.length) return true
      if (schema === false) return tell(run, place, tooMany('unevaluatedItems', from))
      return eachItem(list, from, () => rule, place, run)
    }
  },
}

const tooMany = (keyword: string, limit: number) => ({
  keyword,
  params: { limit },
  message: `must NOT have more than ${String(limit)} items`,
})

const sawAllItems: Rule = (_value, _place, _run, seen) => {
  seen.items = Number.POSITIVE_INFINITY
  return true
}

function eachItem(
  list: readonly unknown[],
  from: number,
  ruleAt: (index: number) => Rule | undefined,
  place: string,
  run: Run,
): boolean {
  const indexes = [...list.keys()].slice(from)
  return everyOf(
    indexes,
    run,
    (index) => ruleAt(index)?.(list[index], below(place, index), run, nothingSeen()) !== false,
  )
}

export const LIST: readonly Keyword[] = [
  size('maxItems', 'more', (found, limit) => found <= limit),
  size('minItems', 'fewer', (found, limit) => found >= limit),
  prefixItems,
  items,
  contains,
  uniqueItems,
  ofContains('maxContains'),
  ofContains('minContains'),
  unevaluatedItems,
]
