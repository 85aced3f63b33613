/** A run of text with its values, typed into as in any word processor. */
import { useContext, useEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language/language.tsx'
import { chip, fill, sourceOf, type Medium } from './inline-dom.ts'
import { Place } from './place.ts'
import { tellSource } from './telling.ts'

interface InlineEditorProps {
  readonly label: string
  readonly source: string
  readonly medium: Medium
  readonly dir: 'ltr' | 'rtl' | 'auto'
  readonly lang?: string
  readonly disabled: boolean
  /** Called with what was written, at each letter. */
  readonly onChange: (source: string) => void
  readonly onDone: () => void
}

export function InlineEditor({ label, source, medium, dir, lang, disabled, onChange, onDone }: InlineEditorProps) {
  const { say } = useLanguage()
  const place = useContext(Place)
  const root = useRef<HTMLDivElement>(null)
  const last = useRef<string | undefined>(undefined)
  /** Handed in and not come back yet: who types is ahead of what is drawn. */
  const sent = useRef<readonly string[]>([])
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    // Drawn again only where the text came from elsewhere: who types keeps the place.
    if (root.current === null) return
    if (last.current === source) sent.current = []
    if (last.current === source || sent.current.includes(source)) return
    fill(root.current, source, medium, (one) => tellSource(one, say))
    last.current = source
  }, [source, medium, say])
  useEffect(() => {
    for (const it of root.current?.querySelectorAll<HTMLElement>('.chip') ?? [])
      it.classList.toggle('chip-wrong', place?.isWrong(it.dataset['source'] ?? '') === true)
  })
  const read = (): void => {
    if (root.current === null) return
    const next = sourceOf(root.current, medium)
    if (next === last.current) return
    if (last.current !== undefined) sent.current = [...sent.current, last.current]
    last.current = next
    latest.current(next)
  }
  const insert = (text: string): void => {
    if (root.current === null) return
    const selection = document.getSelection()
    const range = rangeIn(root.current, selection)
    range.deleteContents()
    const nodes = text.split(/(\{\{[^{}]*\}\})/).filter((part) => part !== '')
    const made = nodes.map((part) =>
      part.startsWith('{{') ? chip(part, tellSource(part, say)) : document.createTextNode(part),
    )
    for (const node of made) {
      range.insertNode(node)
      range.setStartAfter(node)
      range.collapse(true)
    }
    selection?.removeAllRanges()
    selection?.addRange(range)
    read()
  }
  return (
    <div
      ref={root}
      class="inline"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-readonly={disabled}
      contentEditable={!disabled}
      tabIndex={0}
      dir={dir}
      lang={lang}
      spellcheck
      onFocus={() => place?.hold({ insert, root: root.current })}
      onInput={read}
      onBlur={() => {
        read()
        onDone()
      }}
      onPaste={(event) => {
        event.preventDefault()
        insert((event.clipboardData?.getData('text/plain') ?? '').replaceAll('{{', '{ {'))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || disabled || event.isComposing) return
        event.preventDefault()
        document.execCommand('insertLineBreak')
      }}
      onClick={(event) => {
        const found = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.chip') : null
        if (found && !disabled) place?.editChip(found, read)
      }}
    />
  )
}

/** Where the reader last was in it; the end, where they were not. */
function rangeIn(root: HTMLElement, selection: Selection | null): Range {
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
  if (range && root.contains(range.commonAncestorContainer)) return range
  const end = document.createRange()
  end.selectNodeContents(root)
  end.collapse(false)
  return end
}
