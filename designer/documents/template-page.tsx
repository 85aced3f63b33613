/** One paper: its blocks to type into, values to put in, what is wrong with it, and the paper itself beside. */
import { useMemo, useRef, useState } from 'preact/hooks'
import { isJsonObject } from '../../engine/core/json.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import type { Language } from '../../engine/core/text.ts'
import { warningsOf, type Findings } from '../check/findings.ts'
import type { DraftSession } from '../draft/session.ts'
import { Menu } from '../frame/menu.tsx'
import { Select } from '../frame/select.tsx'
import { Tabs } from '../frame/tabs.tsx'
import { TextField } from '../frame/text-field.tsx'
import { useLanguage } from '../language/language.tsx'
import { Blocks, type TemplateEditing } from './block-view.tsx'
import { blocksOf, insertedAfter, replaced, type Block } from './blocks.ts'
import { ConditionDialog } from './condition-dialog.tsx'
import { Faults } from './faults.tsx'
import { insideOf } from './expression.ts'
import { NEW_BLOCKS } from './new-blocks.ts'
import { Place, type Held } from './place.ts'
import { PaperPreview, usePreview } from './preview.tsx'
import { SampleForm, type Own } from './sample-form.tsx'
import { sampleFor, withOwn } from './sample.ts'
import { tellSource } from './telling.ts'
import { tokensOf } from './tokens.ts'
import { ValueDialog } from './value-dialog.tsx'
import { DOCUMENT_FACTS, variablesFor } from './variables.ts'
import { VariableMenu } from './variable-menu.tsx'
import { DOCUMENT_WORDS } from './words.ts'
import { wrongIn } from './wrong.ts'

interface TemplatePageProps {
  readonly session: DraftSession
  readonly file: string
  /** As steps of a procedure say it. */
  readonly name: string
  readonly source: string
  readonly readonly: boolean
  readonly findings: Findings
}

type Asking =
  | {
      readonly kind: 'value'
      readonly inside: string
      readonly put: (source: string) => void
      readonly remove?: () => void
    }
  | { readonly kind: 'around'; readonly word: string; readonly args: string; readonly put: (opening: string) => void }

export function TemplatePage({ session, file, name, source, readonly, findings }: TemplatePageProps) {
  const { say } = useLanguage()
  const [tab, setTab] = useState('visual')
  const [asking, setAsking] = useState<Asking>()
  const [own, setOwn] = useState<Own>({})
  const [language, setLanguage] = useState<Language>(name.endsWith('-en') ? 'en' : 'ar')
  const held = useRef<Held | undefined>(undefined)
  const faults = useMemo(() => checkTemplate(file, source), [file, source])
  const warnings = warningsOf(findings, file)
  const blocks = useMemo(() => blocksOf(source), [source])
  const variables = useMemo(
    () => [...variablesFor(session.files, name, source), ...DOCUMENT_FACTS.map((fact) => `document.${fact}`)],
    [session.files, name, source],
  )
  const guessed = useMemo(() => sampleFor(source), [source])
  const sample = withOwn(guessed, own)
  const previewed = usePreview(
    { draft: session.id, template: file, text: source, sample: isJsonObject(sample) ? sample : {}, language },
    faults.length === 0,
  )
  const change = (next: string, merge?: string): void =>
    session.change(
      DOCUMENT_WORDS.changed,
      new Map([[file, next]]),
      merge === undefined ? undefined : `${file} ${merge}`,
    )
  const editing: TemplateEditing = {
    source,
    disabled: readonly,
    change,
    done: () => session.seal(),
    editAround: ({ word, args, opening }) =>
      setAsking({ kind: 'around', word, args, put: (text) => change(withOpening(source, opening, word, text)) }),
  }
  const place = {
    hold: (next: Held) => (held.current = next),
    isWrong: wrongIn(warnings),
    editChip: (chip: HTMLElement, changed: () => void) => setAsking(askingOf(chip, changed, say)),
  }
  const addBlock = (text: string): void => change(withBlock(source, blocks, held.current?.root ?? null, text))
  return (
    <div class="template">
      <div class="template-edit">
        <Place.Provider value={place}>
          <div class="template-tools" role="toolbar" aria-label={say(DOCUMENT_WORDS.visual)}>
            <VariableMenu
              variables={variables}
              readonly={readonly}
              onChoose={(path) => held.current?.insert(`{{${asUsual(path)}}}`)}
              onOther={() =>
                setAsking({ kind: 'value', inside: '', put: (text) => held.current?.insert(`{{${text}}}`) })
              }
            />
            <Menu
              label={say(DOCUMENT_WORDS.insertBlock)}
              icon="add"
              items={[
                ...NEW_BLOCKS.map(({ id, title, source: text }) => ({
                  id,
                  label: say(title),
                  disabled: readonly,
                  onChoose: () => addBlock(text),
                })),
                {
                  id: 'inline-if',
                  label: say(DOCUMENT_WORDS.insertIf),
                  disabled: readonly,
                  onChoose: () =>
                    setAsking({
                      kind: 'around',
                      word: 'if',
                      args: '',
                      put: (opening) => held.current?.insert(`${opening} … {{/if}}`),
                    }),
                },
              ]}
            />
          </div>
          <Faults faults={faults} warnings={warnings} />
          <Tabs
            label={file}
            chosen={tab}
            onChoose={setTab}
            tabs={[
              {
                id: 'visual',
                title: say(DOCUMENT_WORDS.visual),
                body: () => (
                  <div class="sheet" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
                    <Blocks blocks={blocks} editing={editing} lang={language} />
                  </div>
                ),
              },
              {
                id: 'source',
                title: say(DOCUMENT_WORDS.source),
                body: () => (
                  <TextField
                    label={say(DOCUMENT_WORDS.source)}
                    hint={say(DOCUMENT_WORDS.sourceHint)}
                    value={source}
                    lines={24}
                    dir="ltr"
                    disabled={readonly}
                    onChange={(text) => change(text, 'source')}
                    onDone={() => session.seal()}
                  />
                ),
              },
            ]}
          />
        </Place.Provider>
      </div>
      <aside class="template-preview" aria-label={say(DOCUMENT_WORDS.preview)}>
        <h3>{say(DOCUMENT_WORDS.preview)}</h3>
        <Select
          label={say(DOCUMENT_WORDS.paperLanguage)}
          value={language}
          options={[
            { value: 'ar', label: say(DOCUMENT_WORDS.arabic) },
            { value: 'en', label: say(DOCUMENT_WORDS.english) },
          ]}
          onChange={(chosen) => setLanguage(chosen === 'en' ? 'en' : 'ar')}
        />
        <PaperPreview previewed={previewed} />
        <SampleForm sample={guessed} own={own} onChange={setOwn} />
      </aside>
      {asking && <Ask asking={asking} variables={variables} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

export function Ask({
  asking,
  variables,
  onClose,
}: {
  readonly asking: Asking
  readonly variables: readonly string[]
  readonly onClose: () => void
}) {
  if (asking.kind === 'value')
    return (
      <ValueDialog
        inside={asking.inside}
        variables={variables}
        onClose={onClose}
        onDone={(inside) => {
          onClose()
          asking.put(inside)
        }}
        {...(asking.remove && {
          onRemove: () => {
            onClose()
            asking.remove?.()
          },
        })}
      />
    )
  return (
    <ConditionDialog
      word={asking.word}
      args={asking.args}
      variables={variables}
      onClose={onClose}
      onDone={({ word, args }) => {
        onClose()
        asking.put(`{{#${word} ${args}}}`)
      }}
    />
  )
}

/** What a chip is asked about when it is pressed: a value, or the condition of a choice within the sentence. */
export function askingOf(
  chip: HTMLElement,
  changed: () => void,
  say: Parameters<typeof tellSource>[1],
): Asking | undefined {
  const source = chip.dataset['source'] ?? ''
  const [token] = tokensOf(source)
  const put = (next: string): void => {
    chip.dataset['source'] = next
    chip.textContent = tellSource(next, say)
    changed()
  }
  if (token?.kind === 'begin') return { kind: 'around', word: token.word, args: token.args, put }
  if (token?.kind !== 'value') return undefined
  const remove = (): void => {
    chip.remove()
    changed()
  }
  return { kind: 'value', inside: insideOf(source), put: (inside) => put(`{{${inside}}}`), remove }
}

/** A fact of Masar as it is usually written. */
function asUsual(path: string): string {
  if (path === 'document.issuedAt' || path === 'document.validUntil') return `date ${path}`
  return path.startsWith('document.') ? `code ${path}` : path
}

/** {{#unless x}} that is chosen anew becomes an {{#if}}, its end with it. */
function withOpening(
  source: string,
  opening: { readonly start: number; readonly end: number },
  before: string,
  text: string,
): string {
  const [, after = before] = /^\{\{#(\S+)/.exec(text) ?? []
  const next = replaced(source, opening, text)
  if (after === before) return next
  const from = opening.start + text.length
  let depth = 0
  for (const token of tokensOf(next.slice(from))) {
    if (token.kind === 'begin') depth++
    if (token.kind !== 'end') continue
    if (depth === 0) return replaced(next, { start: from + token.start, end: from + token.end }, `{{/${after}}}`)
    depth--
  }
  return next
}

/** After the block the reader was last in; at the end, where they were in none. */
function withBlock(source: string, blocks: readonly Block[], root: HTMLElement | null, text: string): string {
  const index = root === null ? -1 : [...document.querySelectorAll('.sheet .inline')].indexOf(root)
  const runs = runsOf(blocks, undefined)
  const after = runs[index]?.within ?? blocks.at(-1)
  return after === undefined ? `${source.trimEnd()}\n${text}\n` : insertedAfter(source, after, text)
}

/** Each run in the order in which it is drawn, with the block a new one goes after: never within a paragraph or a row. */
function runsOf(blocks: readonly Block[], within: Block | undefined): readonly { readonly within: Block }[] {
  return blocks.flatMap((block): readonly { readonly within: Block }[] => {
    if (block.kind === 'kept') return []
    if (block.kind === 'text') return [{ within: within ?? block }]
    if (block.kind === 'around') return [...runsOf(block.blocks, within), ...runsOf(block.otherwise ?? [], within)]
    const isOpen = block.tag === 'div'
    const holder = within ?? (isOpen ? undefined : block)
    const inner = runsOf(block.blocks, holder)
    const isLeaf = block.blocks.every(({ kind }) => kind === 'text') && block.blocks.length <= 1
    return isLeaf ? [{ within: holder ?? block }] : inner
  })
}
