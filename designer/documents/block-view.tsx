/** Blocks of a template, each typed into where it stands, with what can be done to it beside. */
import { Menu } from '../frame/menu.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Block } from './blocks.ts'
import { insertedAfter, removed, replaced, swapped } from './blocks.ts'
import { InlineEditor } from './inline-editor.tsx'
import { tellAround } from './telling.ts'
import { DOCUMENT_WORDS } from './words.ts'

export interface TemplateEditing {
  readonly source: string
  readonly disabled: boolean
  /** What is typed at one place in a row is one step. */
  change(source: string, merge?: string): void
  done(): void
  /** The condition or list of a block is chosen anew. */
  editAround(block: Extract<Block, { kind: 'around' }>): void
}

interface BlocksProps {
  readonly blocks: readonly Block[]
  readonly editing: TemplateEditing
  readonly lang: 'ar' | 'en'
}

export function Blocks({ blocks, editing, lang }: BlocksProps) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView
          key={index}
          block={block}
          before={blocks[index - 1]}
          after={blocks[index + 1]}
          editing={editing}
          lang={lang}
        />
      ))}
    </>
  )
}

interface BlockProps {
  readonly block: Block
  readonly before: Block | undefined
  readonly after: Block | undefined
  readonly editing: TemplateEditing
  readonly lang: 'ar' | 'en'
}

function BlockView(props: BlockProps) {
  const { block, editing, lang } = props
  const { say } = useLanguage()
  if (block.kind === 'kept') return null
  if (block.kind === 'text') return <Run label={say(DOCUMENT_WORDS.text)} span={block} editing={editing} lang={lang} />
  if (block.kind === 'around')
    return (
      <div class="around">
        <div class="around-head">
          <button
            type="button"
            class="around-name"
            disabled={editing.disabled}
            onClick={() => editing.editAround(block)}
          >
            {tellAround(block.word, block.args, say)}
          </button>
          <Steps {...props} name={tellAround(block.word, block.args, say)} />
        </div>
        <Blocks blocks={block.blocks} editing={editing} lang={lang} />
        {block.otherwise && (
          <>
            <p class="around-else">{say(DOCUMENT_WORDS.otherwise)}</p>
            <Blocks blocks={block.otherwise} editing={editing} lang={lang} />
          </>
        )}
      </div>
    )
  const inner = languageOf(editing.source.slice(block.start, block.inside.start)) ?? lang
  const name = say(NAMES[block.tag] ?? DOCUMENT_WORDS.tagother)
  const isLeaf = block.blocks.every(({ kind }) => kind === 'text') && block.blocks.length <= 1
  return (
    <div class={`tpl tpl-${block.tag}`} dir={inner === 'ar' ? 'rtl' : 'ltr'} lang={inner}>
      <div class="tpl-body">
        {isLeaf ? (
          <Run label={name} span={block.blocks[0] ?? block.inside} editing={editing} lang={inner} />
        ) : (
          <Blocks blocks={block.blocks} editing={editing} lang={inner} />
        )}
      </div>
      {STEPPED.has(block.tag) && <Steps {...props} name={name} />}
    </div>
  )
}

const NAMES: Readonly<
  Record<string, (typeof DOCUMENT_WORDS)['tagp'] | (typeof DOCUMENT_WORDS)[keyof typeof DOCUMENT_WORDS]>
> = {
  h1: DOCUMENT_WORDS.tagh1,
  h2: DOCUMENT_WORDS.tagh2,
  h3: DOCUMENT_WORDS.tagh2,
  p: DOCUMENT_WORDS.tagp,
  table: DOCUMENT_WORDS.tagtable,
  tr: DOCUMENT_WORDS.tagtr,
  th: DOCUMENT_WORDS.tagth,
  td: DOCUMENT_WORDS.tagtd,
  li: DOCUMENT_WORDS.tagli,
}

/** Moved, copied and removed by themselves; cells go with their row. */
const STEPPED: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'p', 'table', 'tr', 'li', 'ul', 'ol', 'div', 'hr'])

function languageOf(open: string): 'ar' | 'en' | undefined {
  if (/\blang="en"|\bclass="[^"]*\ben\b/.test(open)) return 'en'
  return /\blang="ar"|\bclass="[^"]*\bar\b/.test(open) ? 'ar' : undefined
}

interface RunProps {
  readonly label: string
  readonly span: { readonly start: number; readonly end: number }
  readonly editing: TemplateEditing
  readonly lang: 'ar' | 'en'
}

function Run({ label, span, editing, lang }: RunProps) {
  return (
    <InlineEditor
      label={label}
      source={editing.source.slice(span.start, span.end)}
      medium="html"
      dir={lang === 'ar' ? 'rtl' : 'ltr'}
      lang={lang}
      disabled={editing.disabled}
      onChange={(text) => editing.change(replaced(editing.source, span, text), `at ${String(span.start)}`)}
      onDone={() => editing.done()}
    />
  )
}

function Steps({ block, before, after, editing, name }: BlockProps & { readonly name: string }) {
  const { say } = useLanguage()
  const { source, disabled, change } = editing
  const item = (id: string, label: string, onChoose: () => void, isOff = false) => ({
    id,
    label,
    onChoose,
    disabled: disabled || isOff,
  })
  return (
    <div class="tpl-steps">
      <Menu
        label={say(DOCUMENT_WORDS.steps, { what: name })}
        icon="more"
        quiet
        items={[
          item(
            'up',
            say(DOCUMENT_WORDS.up),
            () => before && change(swapped(source, before, block)),
            before === undefined || before.kind === 'kept',
          ),
          item(
            'down',
            say(DOCUMENT_WORDS.down),
            () => after && change(swapped(source, block, after)),
            after === undefined,
          ),
          item('copy', say(DOCUMENT_WORDS.copy), () =>
            change(insertedAfter(source, block, source.slice(block.start, block.end))),
          ),
          item('remove', say(DOCUMENT_WORDS.remove), () => change(removed(source, block))),
        ]}
      />
    </div>
  )
}
