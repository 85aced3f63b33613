/** Constants of the service, each a value of its kind: a number, a span of time, a list of branches with their names. */
import { isJsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { isDurationText } from '../../../engine/core/bpmn/timer-text.ts'
import { Checkbox } from '../../frame/checkbox.tsx'
import { Select } from '../../frame/select.tsx'
import { TextField } from '../../frame/text-field.tsx'
import { useState } from 'preact/hooks'
import { useLanguage } from '../../language/language.tsx'
import { Entries } from '../entries.tsx'
import { BothAt, IdField, SpanAt, TextAt } from '../fields.tsx'
import { Keyed } from '../keyed.tsx'
import { useEditing } from '../page-editing.tsx'
import { withKey, type Path } from '../title-page.ts'
import { POLICY_WORDS } from '../words.ts'

const CONSTANT = /^[\p{L}_][\p{L}\p{N}_]{0,63}$/u

export function ConstantsSection() {
  const { say } = useLanguage()
  return (
    <>
      <p class="hint">{say(POLICY_WORDS.constantsHint)}</p>
      <Keyed path={['policy']} one={POLICY_WORDS.constant} start="constant" fresh={() => ''}>
        {(key, names) => (
          <div class="row">
            <IdField kind="policy" id={key} taken={names} pattern={CONSTANT} label={POLICY_WORDS.name} />
            <Value path={['policy', key]} />
          </div>
        )}
      </Keyed>
    </>
  )
}

const KINDS = {
  text: { name: POLICY_WORDS.kindText, fresh: '' },
  number: { name: POLICY_WORDS.kindNumber, fresh: 0 },
  yesNo: { name: POLICY_WORDS.kindYesNo, fresh: false },
  span: { name: POLICY_WORDS.kindSpan, fresh: 'P5WD' },
  both: { name: POLICY_WORDS.kindBoth, fresh: { ar: '', en: '' } },
  list: { name: POLICY_WORDS.kindList, fresh: [''] },
  group: { name: POLICY_WORDS.kindGroup, fresh: { value: '' } },
} as const satisfies Readonly<Record<string, { readonly name: object; readonly fresh: JsonValue }>>

type Kind = keyof typeof KINDS

function kindOf(value: JsonValue | undefined): Kind {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'yesNo'
  if (Array.isArray(value)) return 'list'
  if (isJsonObject(value)) return Object.keys(value).sort().join() === 'ar,en' ? 'both' : 'group'
  return typeof value === 'string' && /^P\w/.test(value) && isDurationText(value) ? 'span' : 'text'
}

function Value({ path }: { readonly path: Path }) {
  const { say } = useLanguage()
  const { get, set, readonly } = useEditing()
  const kind = kindOf(get(path))
  const kinds = Object.entries(KINDS).map(([value, { name }]) => ({ value, label: say(name) }))
  return (
    <>
      <Select
        label={say(POLICY_WORDS.kind)}
        value={kind}
        options={kinds}
        disabled={readonly}
        onChange={(chosen) => {
          const next = Object.entries(KINDS).find(([name]) => name === chosen)
          if (next) set(path, next[1].fresh)
        }}
      />
      {kind === 'group' || kind === 'list' ? (
        <div class="value whole">
          <Content path={path} kind={kind} />
        </div>
      ) : (
        <Content path={path} kind={kind} />
      )}
    </>
  )
}

function Content({ path, kind }: { readonly path: Path; readonly kind: Kind }) {
  const { say } = useLanguage()
  const { get, set, readonly } = useEditing()
  switch (kind) {
    case 'text':
      return <TextAt path={path} label={POLICY_WORDS.value} />
    case 'span':
      return <SpanAt path={path} label={POLICY_WORDS.value} />
    case 'both':
      return <BothAt path={path} label={POLICY_WORDS.value} />
    case 'number':
      return <NumberAt path={path} />
    case 'yesNo':
      return (
        <Checkbox
          label={say(POLICY_WORDS.yes)}
          checked={get(path) === true}
          disabled={readonly}
          onChange={(checked) => set(path, checked)}
        />
      )
    case 'list':
      return <ListAt path={path} />
    case 'group':
      return (
        <Keyed path={path} one={POLICY_WORDS.value} start="value" fresh={() => ''}>
          {(key, names) => (
            <div class="row">
              <KeyAt path={path} name={key} taken={names} />
              <Value path={[...path, key]} />
            </div>
          )}
        </Keyed>
      )
  }
}

function ListAt({ path }: { readonly path: Path }) {
  const { say } = useLanguage()
  const { list, text } = useEditing()
  const [last] = list(path).slice(-1)
  const fresh: JsonValue = last === undefined ? '' : emptied(last)
  return (
    <Entries
      path={path}
      one={POLICY_WORDS.value}
      fresh={() => fresh}
      nameOf={(index) => text([...path, index]) || say(POLICY_WORDS.entry, { number: index + 1 })}
    >
      {(index) => (
        <div class="row">
          <Value path={[...path, index]} />
        </div>
      )}
    </Entries>
  )
}

/** Like the one before it, with nothing in it. */
function emptied(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return []
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, emptied(item)]))
  return typeof value === 'number' ? 0 : typeof value === 'boolean' ? false : ''
}

function NumberAt({ path }: { readonly path: Path }) {
  const { say } = useLanguage()
  const { get, set, readonly, session } = useEditing()
  const [typed, setTyped] = useState<string>()
  const isGood = typed === undefined || NUMBER.test(typed)
  return (
    <TextField
      label={say(POLICY_WORDS.value)}
      value={typed ?? String(get(path) ?? '')}
      dir="ltr"
      inputMode="decimal"
      disabled={readonly}
      {...(!isGood && { error: say(POLICY_WORDS.badNumber) })}
      onChange={(text) => {
        setTyped(text)
        if (NUMBER.test(text)) set(path, Number(text))
      }}
      onDone={() => {
        if (isGood) setTyped(undefined)
        session.seal()
      }}
    />
  )
}

const NUMBER = /^-?\d+(\.\d+)?$/

function KeyAt({
  path,
  name,
  taken,
}: {
  readonly path: Path
  readonly name: string
  readonly taken: readonly string[]
}) {
  const { say } = useLanguage()
  const { replace, readonly } = useEditing()
  const [typed, setTyped] = useState<string>()
  const next = typed ?? name
  const fault = !CONSTANT.test(next)
    ? POLICY_WORDS.nameHint
    : next !== name && taken.includes(next)
      ? POLICY_WORDS.taken
      : undefined
  return (
    <TextField
      label={say(POLICY_WORDS.name)}
      value={next}
      dir="ltr"
      disabled={readonly}
      {...(fault && { error: say(fault) })}
      onChange={setTyped}
      onDone={() => {
        if (fault === undefined) replace((page) => withKey(page, path, name, next))
        setTyped(undefined)
      }}
    />
  )
}
