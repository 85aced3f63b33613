/** A condition of a form's schema in words: "if identityBy is passport: passportNo is required". */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { listAt, objectAt } from '../leaves.ts'
import { shown } from '../words.ts'

const AND: Text = { ar: ' و', en: ' and ' }

export function conditionInWords(value: JsonValue): Text {
  if (!isJsonObject(value) || !isJsonObject(value['if'] ?? null)) return shown(value)
  const [then, otherwise] = [demandsOf(objectAt(value, 'then')), demandsOf(objectAt(value, 'else'))]
  if (!then && !otherwise) return shown(value)
  const when = givenIn(objectAt(value, 'if'))
  if (!when) return shown(value)
  return {
    ar: `إذا ${when.ar}${then ? `: ${then.ar}` : ''}${otherwise ? `؛ وإلا: ${otherwise.ar}` : ''}`,
    en: `if ${when.en}${then ? `: ${then.en}` : ''}${otherwise ? `; otherwise: ${otherwise.en}` : ''}`,
  }
}

/** Only `properties` with `const` or `enum`, and `required`; anything else is shown as it is written. */
function givenIn(schema: JsonObject): Text | undefined {
  if (Object.keys(schema).some((it) => it !== 'properties' && it !== 'required')) return undefined
  const properties = Object.entries(objectAt(schema, 'properties'))
  const said = properties.map(([name, value]): Text | undefined => {
    const inner = isJsonObject(value) ? value : {}
    if (Object.keys(inner).length !== 1) return undefined
    const values = inner['const'] === undefined ? listAt(inner, 'enum') : [inner['const']]
    const words = shown(values)
    return values.length === 0 ? undefined : { ar: `\u2068${name}\u2069 = ${words.ar}`, en: `${name} = ${words.en}` }
  })
  if (said.some((it) => it === undefined)) return undefined
  const present = listAt(schema, 'required').filter((name) => !properties.some(([it]) => it === name))
  return joined([
    ...said.flatMap((it) => it ?? []),
    ...present.map((name): Text => ({ ar: `أُجيب عن \u2068${String(name)}\u2069`, en: `${String(name)} is answered` })),
  ])
}

function demandsOf(schema: JsonObject): Text | undefined {
  const names = listAt(schema, 'required').map(String)
  if (names.length === 0 || Object.keys(schema).length !== 1) return undefined
  return {
    ar: `يلزم ${names.map((it) => `\u2068${it}\u2069`).join('، ')}`,
    en: `${names.join(', ')} must be answered`,
  }
}

const joined = (texts: readonly Text[]): Text | undefined =>
  texts.length === 0
    ? undefined
    : { ar: texts.map((it) => it.ar).join(AND.ar), en: texts.map((it) => it.en).join(AND.en) }
