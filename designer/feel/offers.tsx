/** The list of what may be written next, below the field it belongs to. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { counted } from '../../engine/core/counted.ts'
import { useLanguage } from '../language/language.tsx'
import type { Completion } from './completions.ts'
import type { Offering } from './offer.ts'
import './feel.css'
import { FEEL_WORDS } from './words.ts'

interface OffersProps {
  readonly id: string
  readonly offering: Offering
  /** Where the list stands over what scrolls around the field: the field itself. */
  readonly over?: HTMLElement | null
}

export function Offers({ id, offering, over }: OffersProps) {
  const { say, language } = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const { offer, chosen, take } = offering
  useLayoutEffect(() => {
    if (over && list.current) place(list.current, over)
  })
  return (
    <>
      {offer && (
        <ul
          ref={list}
          class={`feel-offers${over ? ' feel-offers-over' : ''}`}
          role="listbox"
          // It scrolls. Nobody gets there by Tab, which takes what is chosen.
          tabIndex={0}
          id={id}
          aria-label={say(FEEL_WORDS.offers)}
        >
          {offer.items.map((item, index) => (
            <Suggestion
              key={`${item.kind} ${item.name}`}
              id={`${id}-${index}`}
              item={item}
              isChosen={index === chosen}
              onTake={() => take(index)}
            />
          ))}
        </ul>
      )}
      <p class="hidden-label" role="status">
        {offer && say(FEEL_WORDS.count, { suggestions: counted(offer.items.length, 'suggestion', language) })}
      </p>
    </>
  )
}

/** Pixels a list needs at least. */
const ROOM = 160

/** Below the field, or above it where there is no room. */
function place(list: HTMLElement, over: HTMLElement): void {
  const { top, bottom, left, right } = over.getBoundingClientRect()
  const isBelow = innerHeight - bottom >= ROOM || top < ROOM
  list.style.top = isBelow ? `${String(bottom)}px` : 'auto'
  list.style.bottom = isBelow ? 'auto' : `${String(innerHeight - top)}px`
  const begin = getComputedStyle(list).direction === 'rtl' ? right - list.offsetWidth : left
  list.style.left = `${String(Math.max(8, Math.min(begin, innerWidth - list.offsetWidth - 8)))}px`
}

interface SuggestionProps {
  readonly id: string
  readonly item: Completion
  readonly isChosen: boolean
  readonly onTake: () => void
}

function Suggestion({ id, item, isChosen, onTake }: SuggestionProps) {
  const { say } = useLanguage()
  const row = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li
      ref={row}
      id={id}
      role="option"
      aria-selected={isChosen}
      onMouseDown={(event) => {
        // The caret stays where it is.
        event.preventDefault()
        onTake()
      }}
    >
      <bdi class="code">{item.name}</bdi>
      {item.title && <span>{say(item.title)}</span>}
      <bdi class="hint">{say(item.about)}</bdi>
    </li>
  )
}
